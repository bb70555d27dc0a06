package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Database;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the embedded database, on servers that know nothing of it too. */
class DriverSourceTest {
    @TempDir
    Path folder;

    @Test
    void keepsTheFolderAndTheFileToTheirOwner() throws IOException {
        Path data = folder.resolve("var/usher");

        open(data);

        assertThat(rights(data)).isEqualTo("rwx------");
        assertThat(rights(data.resolve("usher.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void closesWhatAnEarlierReleaseLeftOpen() throws IOException {
        Path data = folder.resolve("data");
        open(data);
        opened(data, "rwxr-xr-x");
        opened(data.resolve("usher.mv.db"), "rw-r--r--");

        open(data);

        assertThat(rights(data)).isEqualTo("rwx------");
        assertThat(rights(data.resolve("usher.mv.db"))).isEqualTo("rw-------");
    }

    @Test
    void leavesAFolderOfOthersAloneAndClosesItsOwnFile() throws IOException {
        Path data = opened(Files.createDirectory(folder.resolve("opt")), "rwxr-xr-x");
        Files.writeString(data.resolve("another-program"), "");

        open(data);

        assertThat(rights(data)).isEqualTo("rwxr-xr-x");
        assertThat(rights(data.resolve("usher.mv.db"))).isEqualTo("rw-------");
    }

    private static void open(Path data) {
        var database = new Database(new DriverSource(Settings.with(Map.of(Setting.DATA_DIR, data.toString()))));
        database.update("CREATE TABLE IF NOT EXISTS note (id INT PRIMARY KEY)");
        database.update("SHUTDOWN");
    }

    private static Path opened(Path path, String rights) throws IOException {
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
