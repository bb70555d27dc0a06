package dev.usher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Http;
import dev.usher.it.ServedDatabase;
import dev.usher.it.TestDatabase;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import dev.usher.platform.store.DriverSource;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill for each sort of database: a backup under load, restored into an empty place, and compared. */
@Tag("slow")
class BackupDrillIT {
    /** Also where the other tests have a database server. */
    private static final Map<String, String> EMBEDDED =
            Map.of("USHER_DB_URL", "", "USHER_DB_USER", "sa", "USHER_DB_PASSWORD", "", "USHER_SECRET_KEY", "");

    @Test
    void restoresABackupThatWasWrittenUnderLoadAndNamesWhatIsTamperedWith(@TempDir Path folder) throws Exception {
        try (var source = UsherServer.startIn(folder.resolve("source"), EMBEDDED)) {
            var tenant = TestTenant.create(Http.at(source.base()));
            tenant.createUser("before@firm.example");
            var acknowledged = new AtomicInteger(1);
            JsonObject chain = chain(Http.at(source.base()), tenant);

            int atBackup;
            Path backup;
            int atEnd;
            try (var load = new Load(tenant, acknowledged)) {
                load.awaitMore(20);
                atBackup = acknowledged.get();
                backup = Path.of(Http.at(source.base())
                        .below("/api/v1")
                        .basic("admin", UsherServer.PASSWORD)
                        .post("/backups", "")
                        .expect(201)
                        .text("/folder"));
                load.awaitMore(20);
                atEnd = acknowledged.get();
            }

            assertThat(backup.getParent()).isDirectoryNotContaining("glob:**.partial");
            restoredIsTheSame(backup, folder.resolve("restored"), tenant, chain, atBackup, atEnd);
        }
    }

    private static void restoredIsTheSame(
            Path backup, Path data, TestTenant tenant, JsonObject chain, int atBackup, int atEnd) throws Exception {
        unpack(backup, data);
        try (var restored = UsherServer.startIn(data, EMBEDDED)) {
            Http server = Http.at(restored.base());
            compared(server, tenant, chain, atBackup, atEnd);

            restored.stop();
            tamper(data);
            restored.startAgain();

            JsonObject report = chain(server, tenant);
            assertThat(report.getBoolean("intact")).isFalse();
            assertThat(report.getJsonArray("faults").getJsonObject(0).getString("kind"))
                    .isEqualTo("CHANGED");
            assertThat(report.getJsonArray("faults").getJsonObject(0).getInt("first"))
                    .isEqualTo(2);
            assertThat(report.getJsonArray("faults")).hasSize(1);

            assertThat(restored.log()).doesNotContain("sealed under another key");
            restored.stop();
            Files.delete(data.resolve("secret-key"));
            restored.startAgain();
            assertThat(restored.log()).contains("audit chains are sealed under another key than this node's");
        }
    }

    @Test
    void restoresADumpOfADatabaseServerThatWasWrittenUnderLoad(@TempDir Path folder) throws Exception {
        ServedDatabase database = TestDatabase.served();
        TestDatabase.makeEmpty("drill");
        TestDatabase.makeEmpty("restored");
        try (var source = UsherServer.startIn(folder.resolve("source"), TestDatabase.at("drill"))) {
            var tenant = TestTenant.create(Http.at(source.base()));
            var acknowledged = new AtomicInteger();
            JsonObject chain = chain(Http.at(source.base()), tenant);
            Path dump = folder.resolve("usher.sql");

            int atBackup;
            int atEnd;
            try (var load = new Load(tenant, acknowledged)) {
                load.awaitMore(20);
                atBackup = acknowledged.get();
                run(database.dump("--single-transaction", "--hex-blob", "drill").redirectOutput(dump.toFile()));
                load.awaitMore(20);
                atEnd = acknowledged.get();
            }
            source.stop();
            run(database.client("restored").redirectInput(dump.toFile()));

            try (var restored = UsherServer.startIn(folder.resolve("restored"), TestDatabase.at("restored"))) {
                compared(Http.at(restored.base()), tenant, chain, atBackup, atEnd);
            }
        }
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(process.waitFor()).as(builder.command().toString()).isZero();
    }

    private static void compared(Http server, TestTenant tenant, JsonObject chain, int atBackup, int atEnd) {
        int found = server.below("/scim/v2")
                .bearer(tenant.token())
                .get("/Users?count=1")
                .expect(200)
                .json()
                .getInt("totalResults");
        JsonObject shown = admin(server, tenant).get("").expect(200).json();
        JsonObject after = chain(server, tenant);

        System.out.printf(
                "backup under load: %d users acknowledged before it, %d restored, %d at the end; chain %s%n",
                atBackup, found, atEnd, after.getJsonObject("head"));
        assertThat(found).isBetween(atBackup, atEnd);
        assertThat(shown.getJsonObject("counts").getInt("users")).isEqualTo(found);
        assertThat(after).isEqualTo(chain);
    }

    private static JsonObject chain(Http server, TestTenant tenant) {
        return admin(server, tenant).get("/audit-chain").expect(200).json();
    }

    private static Http admin(Http server, TestTenant tenant) {
        return server.below("/api/v1/tenants/" + tenant.name()).basic("admin", UsherServer.PASSWORD);
    }

    private static void tamper(Path data) throws SQLException {
        var source = new DriverSource(Settings.with(Map.of(Setting.DATA_DIR, data.toString())));
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            int changed = statement.executeUpdate("UPDATE audit_event SET actor = 'somebody else' WHERE seq = 2 AND"
                    + " tenant_no = (SELECT MAX(tenant_no) FROM audit_head)");
            assertThat(changed).isEqualTo(1);
            statement.execute("SHUTDOWN");
        }
    }

    /** The page's own command, but for the folder and for whose the files are then. */
    private static void unpack(Path backup, Path data) throws IOException, InterruptedException {
        String command = Files.readAllLines(Path.of("docs/operate/backup.md")).stream()
                .filter(line -> line.startsWith("$ unzip "))
                .findFirst()
                .orElseThrow()
                .substring(2)
                .replace(" && chown -R usher: /var/lib/usher", "")
                .replace("/var/lib/usher", data.toString());
        Files.createDirectories(data);
        run(new ProcessBuilder("sh", "-c", command).directory(backup.toFile()));
    }

    /** Two clients that create users until it is closed. */
    private static final class Load implements AutoCloseable {
        private final AtomicBoolean stopped = new AtomicBoolean();
        private final AtomicInteger names = new AtomicInteger();
        private final ExecutorService threads = Executors.newFixedThreadPool(2);
        private final AtomicInteger acknowledged;
        private final Future<?> first;
        private final Future<?> second;

        Load(TestTenant tenant, AtomicInteger acknowledged) {
            this.acknowledged = acknowledged;
            Runnable client = () -> {
                while (!stopped.get()) {
                    tenant.createUser("load-" + names.incrementAndGet() + "@firm.example");
                    acknowledged.incrementAndGet();
                }
            };
            first = threads.submit(client);
            second = threads.submit(client);
        }

        void awaitMore(int count) throws Exception {
            int wanted = acknowledged.get() + count;
            while (acknowledged.get() < wanted && !first.isDone() && !second.isDone()) {
                threads.awaitTermination(50, TimeUnit.MILLISECONDS);
            }
        }

        @Override
        public void close() throws Exception {
            stopped.set(true);
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
            threads.shutdown();
        }
    }
}
