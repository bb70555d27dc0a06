package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.store.DriverSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineBackupTest {
    @Test
    void letsOnlyOneTouchTheFileAtATime() {
        List<String> done = new ArrayList<>();

        OnlineBackup.unlessRunning(() -> {
            var other = new Thread(() -> OnlineBackup.unlessRunning(() -> done.add("second")));
            other.start();
            join(other);
            done.add("first");
        });
        OnlineBackup.unlessRunning(() -> done.add("third"));

        assertThat(done).containsExactly("first", "third");
    }

    @Test
    void givesItsNameOnlyToAWholeBackup(@TempDir Path data) throws IOException {
        var settings = Settings.with(Map.of(Setting.DATA_DIR, data.toString()));
        new SecretBox(settings).prepare();
        Path crashed = Files.createDirectories(data.resolve("backups/20260101T000000.000Z.partial"));
        Files.writeString(crashed.resolve("usher.zip"), "half");
        var database = new Database(new DriverSource(settings));
        try {
            database.update("CREATE TABLE note (id INT PRIMARY KEY)");

            Path folder = backup(database, settings).write();

            assertThat(folder).isDirectoryContaining("glob:**/usher.zip").isDirectoryContaining("glob:**/secret-key");
            assertThat(data.resolve("backups").toFile().list()).containsExactly("20260131T020000.000Z");
            assertThat(rights(folder)).isEqualTo("rwx------");
            assertThat(rights(folder.resolve("secret-key"))).isEqualTo("rw-------");
            try (var zip = new ZipFile(folder.resolve("usher.zip").toFile())) {
                assertThat(zip.stream()).extracting(ZipEntry::getName).contains("usher.mv.db");
            }
        } finally {
            database.update("SHUTDOWN");
        }
    }

    @Test
    void leavesNothingOfABackupThatFailed(@TempDir Path data) {
        var settings =
                Settings.with(Map.of(Setting.DATA_DIR, data.toString(), Setting.DB_URL, "jdbc:h2:mem:not-in-a-file"));
        var database = new Database(new DriverSource(settings));
        try {
            assertThatThrownBy(() -> backup(database, settings).write()).isInstanceOf(DatabaseFault.class);

            assertThat(data.resolve("backups")).isEmptyDirectory();
        } finally {
            database.update("SHUTDOWN");
        }
    }

    @Test
    void refusesWhereThereIsLessRoomThanTheDatabaseTakes(@TempDir Path data) {
        var settings = Settings.with(Map.of(Setting.DATA_DIR, data.toString()));
        var database = new Database(new DriverSource(settings));
        try {
            database.update("CREATE TABLE note (id INT PRIMARY KEY)");
            assertThat(OnlineBackup.size(database)).isEqualTo(Files.size(data.resolve("usher.mv.db")));

            assertThatThrownBy(() -> OnlineBackup.demandRoom(5L << 20, 3L << 20))
                    .isInstanceOfSatisfying(Problem.class, problem -> {
                        assertThat(problem.status()).isEqualTo(507);
                        assertThat(problem.code()).isEqualTo("backup-no-room");
                        assertThat(problem.detail()).contains("5 MiB", "3 MiB");
                    });
            OnlineBackup.demandRoom(5, 5);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            database.update("SHUTDOWN");
        }
    }

    private static OnlineBackup backup(Database database, Settings settings) {
        return new OnlineBackup(database, settings, Clock.fixed(Instant.parse("2026-01-31T02:00:00Z"), ZoneOffset.UTC));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
