package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.usher.platform.store.DriverSource;
import dev.usher.platform.store.KeptConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.IntStream;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.util.DateTimeUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseTest {
    private static final String INSERT =
            "INSERT INTO thing(id, name, at, flag, amount, kind) VALUES (?, ?, ?, ?, ?, ?)";

    private enum Kind {
        FIRST,
        SECOND
    }

    private DriverSource source;
    private Database database;

    @BeforeEach
    void opensAnEmptyDatabase() {
        source = new DriverSource(
                Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:mem:" + UUID.randomUUID() + ";LOCK_TIMEOUT=100")));
        database = new Database(source);
        database.update("CREATE TABLE thing(id BINARY(16) PRIMARY KEY, name VARCHAR(100) NOT NULL, at DATETIME(6),"
                + " flag TINYINT NOT NULL, amount BIGINT, kind TINYINT NOT NULL, UNIQUE KEY uq_thing_name(name))");
    }

    @Test
    void readsBackEveryTypeThatItBinds() {
        var id = UUID.randomUUID();
        var at = Instant.parse("2026-03-29T01:30:00.123456Z");

        database.update(INSERT, id, "näme 😀", at, true, 5_000_000_000L, Kind.SECOND);

        assertThat(database.one("SELECT * FROM thing WHERE id = ?", DatabaseTest::everything, id))
                .contains(List.of(id, "näme 😀", at, true, 5_000_000_000L, Kind.SECOND));
    }

    /** Leases and claims run by it, and must not jump with summer time. */
    @Test
    void theDatabasesOwnClockKnowsNoTimeZone() {
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            DateTimeUtils.resetCalendar(); // H2 remembers the zone that it found first
            var elsewhere = new Database(
                    new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:mem:" + UUID.randomUUID()))));

            Instant now = elsewhere
                    .one("SELECT LOCALTIMESTAMP(6)", row -> row.instant(1))
                    .orElseThrow();

            assertThat(now).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
        } finally {
            TimeZone.setDefault(before);
            DateTimeUtils.resetCalendar();
        }
    }

    @Test
    void keepsTimesInEveryTimeZone() {
        var at = Instant.parse("2026-03-29T02:30:00.000001Z"); // does not exist as local time in Berlin
        TimeZone before = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
            database.update(INSERT, UUID.randomUUID(), "a", at, false, 1, Kind.FIRST);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));

            assertThat(database.query("SELECT at FROM thing", row -> row.instant("at")))
                    .containsExactly(at);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void bindsAnEmptyOptionalAsNull() {
        database.update(INSERT, UUID.randomUUID(), "a", Optional.empty(), false, Optional.empty(), Kind.FIRST);

        assertThat(database.one(
                        "SELECT at, amount FROM thing",
                        row -> row.optionalInstant(1).isEmpty()
                                && row.optionalNumber(2).isEmpty()
                                && row.number(2) == 0))
                .contains(true);
    }

    @Test
    void namesTheConstraintThatARowBreaks() {
        var id = UUID.randomUUID();
        database.update(INSERT, id, "a", Optional.empty(), false, 1, Kind.FIRST);

        var name = catchThrowableOfType(
                DuplicateRow.class,
                () -> database.update(INSERT, UUID.randomUUID(), "a", Optional.empty(), false, 1, Kind.FIRST));
        var key = catchThrowableOfType(
                DuplicateRow.class, () -> database.update(INSERT, id, "b", Optional.empty(), false, 1, Kind.FIRST));

        assertThat(name.constraint()).isEqualTo("uq_thing_name");
        assertThat(key.constraint()).isEqualTo(DuplicateRow.PRIMARY);
    }

    @Test
    void isNotMisledByAValueThatLooksLikeAName() {
        database.update("CREATE TABLE pair(a VARCHAR(50), b VARCHAR(50), PRIMARY KEY(a, b))");
        database.update("CREATE UNIQUE INDEX ux_pair ON pair(b)");
        String evil = "\"public.uq_other ON x'.uq' 'uq'";
        database.update("INSERT INTO pair VALUES (?, ?)", "a", evil);

        var duplicate = catchThrowableOfType(
                DuplicateRow.class, () -> database.update("INSERT INTO pair VALUES (?, ?)", "b", evil));

        assertThat(duplicate.constraint()).isEqualTo("ux_pair");
    }

    @Test
    void namesTheConstraintThatABatchBreaks() {
        var rows = List.of(thing("a"), thing("b"), thing("a"));

        var duplicate = catchThrowableOfType(DuplicateRow.class, () -> database.batch(INSERT, rows));

        assertThat(duplicate.constraint()).isEqualTo("uq_thing_name");
    }

    @Test
    void sendsABatchInFewRoundTrips() {
        var rows = IntStream.range(0, Database.BATCH_ROWS + 1)
                .mapToObj(i -> thing("thing " + i))
                .toList();
        SqlCount.start();

        database.batch(INSERT, rows);

        assertThat(SqlCount.count()).isEqualTo(2);
        assertThat(database.count("SELECT COUNT(*) FROM thing")).isEqualTo(Database.BATCH_ROWS + 1L);
    }

    @Test
    void countsEachStatementAndCommit() throws SQLException {
        SqlCount.start();

        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.prepareStatement("SELECT 1")) {
                statement.executeQuery();
            }
            connection.commit();
        }

        assertThat(SqlCount.count()).isEqualTo(2);
    }

    @Test
    void readsCommittedRowsOnly() throws SQLException {
        try (Connection connection = source.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void tellsContentionFromDefects() throws SQLException {
        database.update(INSERT, thing("a"));
        try (Connection other = source.getConnection()) {
            other.setAutoCommit(false);
            try (var statement = other.createStatement()) {
                statement.execute("UPDATE thing SET amount = 2");
                assertThatThrownBy(() -> database.update("UPDATE thing SET amount = 3"))
                        .isInstanceOf(Contention.class);
            }
            other.rollback();
        }
        assertThatThrownBy(() -> database.update("UPDATE nothing SET amount = 3"))
                .isInstanceOf(BrokenStatement.class)
                .hasMessageNotContaining("nothing");
    }

    @Test
    void stopsAStatementThatTakesTooLong() {
        assertThatThrownBy(() -> database.within(Duration.ofMillis(500))
                        .count("SELECT COUNT(*) FROM SYSTEM_RANGE(1, 1000000000) AS n(x) WHERE MOD(x, 7) = 9"))
                .isInstanceOf(StatementTimeout.class);
    }

    /** H2 would keep the limit for all that the connection does later, and plan every kept statement anew. */
    @Test
    void aLimitEndsWithItsStatement() throws SQLException {
        try (Connection connection = source.getConnection()) {
            var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
            var kept = new Database(KeptConnection.of(source, connection));
            long plans = session.getDatabase().getModificationMetaId();

            int within = kept.within(Duration.ofSeconds(7))
                    .one("SELECT 1", row -> session.getQueryTimeout())
                    .orElseThrow();
            assertThatThrownBy(() -> kept.within(Duration.ofSeconds(7)).count("SELECT 1 / 0"))
                    .isInstanceOf(BrokenStatement.class);

            assertThat(within).isEqualTo(7_000);
            assertThat(session.getQueryTimeout()).isZero();
            assertThat(session.getDatabase().getModificationMetaId()).isEqualTo(plans);
        }
    }

    @Test
    void tellsAClosedDatabaseFromDefects() {
        var gone = new DriverSource(
                Settings.with(Map.of(Setting.DB_URL, "jdbc:mysql://127.0.0.1:1/usher?connectTimeout=500")));

        assertThatThrownBy(() -> new Database(gone)).isInstanceOf(DatabaseUnavailable.class);
    }

    @Test
    void findsTheFaultInsideOtherExceptions() {
        var inside = new RuntimeException(new IllegalStateException(new SQLException("x", "40001", 1213)));

        assertThat(DatabaseFault.within(inside)).containsInstanceOf(Contention.class);
        assertThat(DatabaseFault.within(new RuntimeException())).isEmpty();
    }

    @Test
    void repeatsACallThatMetContentionAndGivesUpInTheEnd() {
        var tries = new int[1];
        int answer = Contention.retried(() -> {
            if (++tries[0] < 3) {
                throw DatabaseFault.of(new SQLException("x", "40001", 1213));
            }
            return 42;
        });

        assertThat(answer).isEqualTo(42);
        assertThatThrownBy(() -> Contention.retried(() -> {
                    tries[0]++;
                    throw DatabaseFault.of(new SQLException("x", "40001", 1213));
                }))
                .isInstanceOf(Contention.class);
        assertThat(tries[0]).isEqualTo(3 + 4);
    }

    private static Object[] thing(String name) {
        return new Object[] {UUID.randomUUID(), name, Instant.EPOCH, true, 1L, Kind.FIRST};
    }

    private static List<Object> everything(Row row) {
        return List.of(
                row.uuid("id"),
                row.text("name"),
                row.instant("at"),
                row.flag("flag"),
                row.number("amount"),
                row.constant("kind", Kind.class));
    }
}
