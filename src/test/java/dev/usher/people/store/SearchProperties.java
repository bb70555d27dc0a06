package dev.usher.people.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.Seed;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same filter over the same people finds the same in memory and in SQL. */
class SearchProperties {
    private static final int CASES = Integer.getInteger("cases", 300);
    private static final int WALK_ALMOST_ALL = 3;
    private static final int PEOPLE = 150;
    private static final long SEED = Seed.given();

    private static Census census;

    @BeforeAll
    static void populate() {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:search;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        census = new Census(source);
        new Crowd(new Random(SEED)).join(census, PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(ints = {SearchStore.NARROW, WALK_ALMOST_ALL})
    void filterInSqlFindsWhatTheEvaluatorFinds(int narrow) {
        SearchStore search = census.search(narrow);
        var random = new Random(SEED);
        for (int i = 0; i < CASES; i++) {
            String text = new RandomFilter(random, census.users.keySet()).text();

            Set<UUID> found = new HashSet<>(census.walked(search, census.query(text), 40));

            assertThat(found).as("seed %d: %s", SEED, text).isEqualTo(expected(census.filter(text)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {SearchStore.NARROW, WALK_ALMOST_ALL})
    void everyWalkShowsEachOnceInOneOrder(int narrow) {
        SearchStore search = census.search(narrow);
        var random = new Random(SEED);
        for (int i = 0; i < CASES / 5; i++) {
            String text = new RandomFilter(random, census.users.keySet()).text();
            SearchQuery query = RandomFilter.sorted(random, census, census.query(text));

            List<UUID> byCursor = census.walked(search, query, 1 + random.nextInt(50));
            List<UUID> byIndex = census.indexed(search, query, 1 + random.nextInt(50));

            assertThat(byIndex).as("seed %d: %s", SEED, text).isEqualTo(byCursor);
            assertThat(byCursor).as("seed %d: %s", SEED, text).doesNotHaveDuplicates();
        }
    }

    private static Set<UUID> expected(Filter filter) {
        return census.users.entrySet().stream()
                .filter(user -> FilterEvaluator.matches(filter, user.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
