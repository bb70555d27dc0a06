package dev.usher.people.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.usher.Seed;
import dev.usher.it.MariaDb;
import dev.usher.it.TestDatabase;
import dev.usher.platform.store.KeptConnection;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Ten thousand random filters over random people find the same in memory and in each database's SQL. */
class SearchAgreementIT {
    private static final int CASES = Integer.getInteger("agreement.cases", 10_000);
    private static final int PEOPLE = 120;
    private static final int WALK_ALMOST_ALL = 3;
    private static final long SEED = Seed.given();

    @Test
    void h2FindsWhatTheEvaluatorFinds() throws SQLException {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:mem:agreement;MODE=MySQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1");
        agrees(source);
    }

    @Test
    void mariaDbFindsWhatTheEvaluatorFinds() throws SQLException {
        try (MariaDb server = MariaDb.start("agreement-mariadb-" + System.nanoTime())) {
            agrees(server.source());
        }
    }

    /** Where {@code -Dit.database} chooses a server, for instance MySQL. */
    @Test
    void theChosenDatabaseFindsWhatTheEvaluatorFinds() throws SQLException {
        assumeFalse(TestDatabase.embedded(), "H2 has a test of its own");
        agrees(TestDatabase.emptied("it_agreement"));
    }

    private static void agrees(DataSource source) throws SQLException {
        var census = new Census(source, KeptConnection.of(source));
        var random = new Random(SEED);
        new Crowd(random).join(census, PEOPLE);
        SearchStore byIndex = census.search(SearchStore.NARROW);
        SearchStore byWalk = census.search(WALK_ALMOST_ALL);
        for (int i = 0; i < CASES; i++) {
            String text = new RandomFilter(random, census.users.keySet()).text();

            var found = new HashSet<>(census.walked(i % 2 == 0 ? byIndex : byWalk, census.query(text), PEOPLE));

            assertThat(found).as("seed %d, case %d: %s", SEED, i, text).isEqualTo(expected(census, text));
        }
    }

    private static Set<UUID> expected(Census census, String text) {
        Filter filter = census.filter(text);
        return census.users.entrySet().stream()
                .filter(user -> FilterEvaluator.matches(filter, user.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
