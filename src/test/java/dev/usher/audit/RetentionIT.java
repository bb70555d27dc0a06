package dev.usher.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.tenant.TenantId;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the settings to what is gone: a server whose records are forty days old, told to keep thirty. */
@Tag("slow")
class RetentionIT {
    private static final Duration AGE = Duration.ofDays(40);
    private static final Map<String, String> THIRTY_DAYS =
            Map.of("USHER_AUDIT_DAYS", "30", "USHER_EVENT_DAYS", "30", "USHER_JOB_DAYS", "30");

    @Test
    void deletesWhatIsOlderThanTheSettingsSayAndNothingElse(@TempDir Path folder) throws Exception {
        try (var server = UsherServer.startIn(folder.resolve("data"), THIRTY_DAYS)) {
            var tenant = TestTenant.create(Http.at(server.base()));
            tenant.createUser("old@firm.example");
            tenant.admin().post("/reclassifications", "{}").expect(202);
            await(() -> tenant.admin().get("/jobs").text("/items/0/state").equals("DONE"));
            server.stop();
            server.inDatabase(RetentionIT::age);

            server.startAgain();
            tenant.createUser("new@firm.example");
            await(() -> acts(tenant).contains("\"audit.expired\"")
                    && items(tenant.events()) == 1
                    && items(tenant.admin().get("/jobs")) == 0);

            JsonObject chain = tenant.admin().get("/audit-chain").expect(200).json();
            assertThat(chain.getBoolean("intact")).as(chain.toString()).isTrue();
            assertThat(chain.getInt("expiredThrough")).isPositive();
            assertThat(acts(tenant)).doesNotContain("tenant.created");
            assertThat(tenant.events().text("/items/0/kind")).isNotEmpty();
            assertThat(tenant.scim().get("/Users").expect(200).json().getInt("totalResults"))
                    .isEqualTo(2);
        }
    }

    private static String acts(TestTenant tenant) {
        return tenant.admin().get("/audit-events").expect(200).body();
    }

    private static int items(Answer page) {
        return page.expect(200).json().getJsonArray("items").size();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
        }
    }

    /** As if everything had happened that much earlier, and retention were due. */
    private static void age(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE job SET updated_at = TIMESTAMPADD(DAY, -40, updated_at)");
            statement.executeUpdate("DELETE FROM job_lease WHERE name = 'every:retention'");
        }
        ageEvents(connection);
        try (var statement = connection.createStatement();
                ResultSet tenants = statement.executeQuery("SELECT tenant_no FROM audit_head")) {
            while (tenants.next()) {
                ageActs(connection, new TenantId(tenants.getInt(1)));
            }
        }
    }

    /** Their ids begin with the time. */
    private static void ageEvents(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet events = statement.executeQuery("SELECT id FROM provisioning_event");
                PreparedStatement aged =
                        connection.prepareStatement("UPDATE provisioning_event SET id = ? WHERE id = ?")) {
            while (events.next()) {
                byte[] id = events.getBytes(1);
                var buffer = ByteBuffer.wrap(id.clone());
                buffer.putLong(0, buffer.getLong(0) - (AGE.toMillis() << Short.SIZE));
                aged.setBytes(1, buffer.array());
                aged.setBytes(2, id);
                aged.addBatch();
            }
            aged.executeBatch();
        }
    }

    /** Each act's hash holds its time, so the chain is made anew. */
    private static void ageActs(Connection connection, TenantId tenant) throws SQLException {
        byte[] hash = ChainEnd.START.hash();
        try (PreparedStatement acts = connection.prepareStatement("SELECT seq, at, actor, action, target, detail FROM"
                        + " audit_event WHERE tenant_no = " + tenant.number() + " ORDER BY seq");
                PreparedStatement aged = connection.prepareStatement("UPDATE audit_event SET at = ?, prev_hash = ?,"
                        + " hash = ? WHERE tenant_no = " + tenant.number() + " AND seq = ?");
                PreparedStatement head = connection.prepareStatement(
                        "UPDATE audit_head SET hash = ? WHERE tenant_no = " + tenant.number());
                ResultSet act = acts.executeQuery()) {
            while (act.next()) {
                LocalDateTime at = act.getObject(2, LocalDateTime.class).minus(AGE);
                var event = new AuditEvent(
                        act.getLong(1),
                        at.toInstant(ZoneOffset.UTC),
                        act.getString(3),
                        act.getString(4),
                        Optional.ofNullable(act.getBytes(5)).map(RetentionIT::uuid),
                        act.getString(6));
                byte[] next = ChainHash.next(hash, tenant, event);
                aged.setObject(1, at);
                aged.setBytes(2, hash);
                aged.setBytes(3, next);
                aged.setLong(4, event.seq());
                aged.addBatch();
                hash = next;
            }
            aged.executeBatch();
            head.setBytes(1, hash);
            head.executeUpdate();
        }
    }

    private static UUID uuid(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
