package dev.usher.people.store;

import static dev.usher.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

class MatchRowsTest {
    private static Optional<MatchRows.Found> count(Census census, String path, String value) {
        return census.matches()
                .count(
                        census.caller,
                        census.registry,
                        Path.parseAny(census.registry, ResourceType.USER, path),
                        List.of(value));
    }

    /** No row says of an element that it is not the primary one, so that rows would count too few. */
    @Test
    void countsByThePrimaryElementButNotByTheOthers() {
        var census = new Census(source("matches"));
        census.add(
                json("{'userName':'a','emails':[{'value':'a@x','primary':true},{'value':'b@x'}]}"),
                true,
                Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(count(census, "emails[primary eq true].value", "a@x")).contains(new MatchRows.Found(1, 1));
        assertThat(count(census, "emails[primary eq true].value", "b@x")).contains(new MatchRows.Found(0, 0));
        assertThat(count(census, "emails[primary eq false].value", "b@x")).isEmpty();
    }

    /** These paths have numbers of their own, but no rows. */
    @Test
    void tellsNothingOfWhatIsNotIndexed() {
        var census = new Census(source("unindexed"));
        census.add(
                json("{'userName':'a','profileUrl':'https://a','addresses':[{'locality':'Ulm'}],"
                        + "'phoneNumbers':[{'value':'1','primary':true}]}"),
                true,
                Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(count(census, "profileUrl", "https://a")).isEmpty();
        assertThat(count(census, "addresses.locality", "Ulm")).isEmpty();
        assertThat(count(census, "phoneNumbers[primary eq true].value", "1")).isEmpty();
        assertThat(count(census, "phoneNumbers.value", "1")).contains(new MatchRows.Found(1, 1));
        assertThat(absent(census, "profileUrl", "addresses.locality", "phoneNumbers.value", "nickName"))
                .containsExactly("nickName");
    }

    @Test
    void tellsNothingOfWhatTakesTooLongToCount() {
        DataSource source = source("slow");
        var census = new Census(source, slowToCount(source));

        assertThat(count(census, "nickName", "x")).isEmpty();
    }

    private static Set<String> absent(Census census, String... paths) {
        List<AttributePath> asked = Stream.of(paths)
                .map(path ->
                        Path.parseAny(census.registry, ResourceType.USER, path).attribute())
                .toList();
        return census.matches().absent(census.caller, census.registry, asked).stream()
                .map(AttributePath::text)
                .collect(Collectors.toSet());
    }

    private static DataSource source(String name) {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:" + name + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        return source;
    }

    private static DataSource slowToCount(DataSource source) {
        return through(DataSource.class, source, (method, arguments, result) -> {
            if (!(result instanceof Connection connection)) {
                return result;
            }
            return through(Connection.class, connection, (called, given, made) -> {
                if (called.equals("prepareStatement") && given[0].toString().startsWith("SELECT COUNT(")) {
                    throw new SQLTimeoutException("cancelled");
                }
                return made;
            });
        });
    }

    @FunctionalInterface
    private interface Answer {
        Object of(String method, Object[] arguments, Object result) throws SQLException;
    }

    private static <T> T through(Class<T> type, T real, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.of(method.getName(), arguments, method.invoke(real, arguments))));
    }
}
