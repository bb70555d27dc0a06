package dev.usher.people.store;

import static dev.usher.scim.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.ResourceType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:matches;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        var census = new Census(source);
        census.add(
                json("{'userName':'a','emails':[{'value':'a@x','primary':true},{'value':'b@x'}]}"),
                true,
                Instant.parse("2026-01-01T00:00:00Z"));

        assertThat(count(census, "emails[primary eq true].value", "a@x")).contains(new MatchRows.Found(1, 1));
        assertThat(count(census, "emails[primary eq true].value", "b@x")).contains(new MatchRows.Found(0, 0));
        assertThat(count(census, "emails[primary eq false].value", "b@x")).isEmpty();
    }
}
