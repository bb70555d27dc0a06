package dev.usher.people.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.MariaDb;
import dev.usher.it.Population;
import dev.usher.people.Parts;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.JsonText;
import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The hot requests examine no more rows among 200,000 users than among 1,000. */
@Tag("slow")
class PlansIT {
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("plans.users", 200_000);
    /** What a page's fixed costs may differ by: a row at each end of a range. */
    private static final long SLACK = 3;

    private static final String WALK = "last page of an index walk";
    private static final long WALK_PAGE = 100;

    @Test
    void h2ExaminesNoMoreRowsAmongManyUsers() throws SQLException {
        var source = new JdbcDataSource();
        source.setUrl("jdbc:h2:file:./target/it/plans-" + System.nanoTime()
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CACHE_SIZE=131072;DB_CLOSE_DELAY=-1");

        try {
            growsAndExaminesTheSame(source, true);
        } finally {
            try (var connection = source.getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("DROP ALL OBJECTS DELETE FILES");
            }
        }
    }

    @Test
    void mariaDbExaminesNoMoreRowsAmongManyUsers() throws SQLException {
        try (MariaDb server = MariaDb.start("plans-mariadb-" + System.nanoTime())) {
            growsAndExaminesTheSame(server.source(), false);
        }
    }

    private static void growsAndExaminesTheSame(DataSource source, boolean h2) throws SQLException {
        var explained = new Explained(source, h2);
        var census = new Census(source, explained.overheard());
        UUID first = census.add(template(), true, Instant.now());
        grow(source, first, FEW - 1, 0);
        Map<String, Long> few = examined(census, explained, first, FEW);

        grow(source, first, MANY - FEW, FEW);
        Map<String, Long> many = examined(census, explained, first, MANY);

        System.out.printf("rows examined (%s)%n", h2 ? "H2" : "MariaDB");
        many.forEach((name, rows) ->
                System.out.printf("  %-28s %,8d of %,d   %,8d of %,d%n", name, few.get(name), FEW, rows, MANY));
        many.forEach((name, rows) -> assertThat(rows).as(name).isLessThanOrEqualTo(few.get(name) + SLACK));
        // What is found by a unique key MariaDB reads while it plans, and counts as nothing.
        many.forEach((name, rows) ->
                assertThat(rows).as(name + " counts what it examines").isGreaterThanOrEqualTo(h2 ? 1 : 0));
        assertThat(many.get(WALK)).as(WALK).isGreaterThanOrEqualTo(WALK_PAGE);
    }

    private static JsonObject template() {
        var json = JsonText.trusted(Population.template());
        var document = new TreeMap<>(json);
        document.remove("schemas");
        return JsonParts.object(document);
    }

    private static void grow(DataSource source, UUID template, int users, int from) throws SQLException {
        try (var connection = source.getConnection()) {
            Population.of(connection, Census.NAME).users(template, from, users);
        }
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            for (String table : List.of("account", "account_doc", "user_attr", "assignment", "membership")) {
                statement.execute("ANALYZE TABLE " + table);
            }
        }
    }

    private static Map<String, Long> examined(Census census, Explained explained, UUID first, int users)
            throws SQLException {
        String one = Population.marker(users / 2);
        var rows = new TreeMap<String, Long>();
        var search = census.search(SearchStore.NARROW);
        explained.plans();
        census.resources().user(census.caller, first, Parts.ALL);
        rows.put("GET by id", sum(explained));
        Map<String, String> filters = Map.of(
                "userName eq", "userName eq \"" + one + "@firm.example\"",
                "externalId eq", "externalId eq \"ext-" + one + "\"",
                "emails.value eq", "emails.value eq \"" + one + "@work.example\"",
                "value path", "emails[type eq \"work\" and value eq \"" + one + "@work.example\"]",
                "or of two",
                        "userName eq \"" + one + "@firm.example\" or emails[type eq \"home\" and value eq \"" + one
                                + "@home.example\"]",
                "or of names", "userName eq \"" + one + "@firm.example\" or userName eq \"a\" or userName eq \"b\"",
                "or of ids", "id eq \"" + first + "\" or id eq \"" + new UUID(7, 7) + "\"",
                "or in a value path",
                        "emails[type eq \"work\" and (value eq \"" + one + "@work.example\" or value eq \"a\")]",
                "and of rare and common", "title eq \"Clerk\" and emails.value eq \"" + one + "@work.example\"");
        for (Map.Entry<String, String> filter : filters.entrySet()) {
            Found found = search.find(census.query(filter.getValue()), Window.at(1, 100));
            assertThat(found.ids()).as(filter.getKey()).hasSize(1);
            rows.put(filter.getKey(), sum(explained));
        }
        SearchQuery everybody = census.everybody();
        search.find(everybody, Window.at(users - 199, 100));
        explained.plans();
        Found late = search.find(everybody, Window.at(users - 99, 100));
        assertThat(late.ids()).hasSize(100);
        rows.put(WALK, sum(explained));
        return rows;
    }

    private static long sum(Explained explained) throws SQLException {
        long sum = 0;
        List<Explained.Plan> plans = explained.plans();
        assertThat(plans).as("statements that were heard").isNotEmpty();
        for (Explained.Plan plan : plans) {
            if (Boolean.getBoolean("plans.show")) {
                System.out.println(plan.rows() + " rows: " + plan.sql() + "\n" + plan.text());
            }
            sum += plan.rows();
        }
        return sum;
    }
}
