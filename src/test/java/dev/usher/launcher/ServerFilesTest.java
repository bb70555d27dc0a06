package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerFilesTest {
    @TempDir
    private Path folder;

    @Test
    void listensOnThatAddressOnlyAndClosesTheServersOwnEndpoints() throws IOException {
        var settings =
                Settings.with(Map.of(Setting.DATA_DIR, folder.resolve("data").toString()));

        var files = ServerFiles.write(settings, 8099);

        assertThat(files.preBoot())
                .content()
                .contains(
                        "http-listener.address=127.0.0.1",
                        "server-header=false",
                        "http-listener.enabled=false",
                        "tcp.read-timeout-millis=3000",
                        "metrics-configuration.enabled=false");
        assertThat(files.postBoot()).content().doesNotContain("http-listener.enabled=true");
        assertThat(files.postBoot()).content().contains("set-openapi-configuration --enabled=false");
        assertThat(files.arguments(8099))
                .contains("--nohazelcast", "--disablephonehome", "8099")
                .doesNotContain("--postdeploycommandfile"); // it is obeyed also after a deployment that failed
    }

    @Test
    void removesWhatKilledServersLeftOnWhateverPort() throws IOException {
        var settings = Settings.with(Map.of(Setting.DATA_DIR, folder.toString()));
        for (int port : List.of(8099, 8100)) {
            var killed = ServerFiles.write(settings, port);
            Files.createDirectories(killed.runtime().resolve("lib"));
            Files.writeString(killed.runtime().resolve("lib/old.jar"), "x");
            killed.lock().close();
        }
        Files.createDirectories(folder.resolve("server-8099/server-8100/lib")); // the cleaning was killed

        var files = ServerFiles.write(settings, 8099);

        assertThat(files.runtime()).doesNotExist();
        assertThat(folder.resolve("server-8100/runtime")).doesNotExist();
        assertThat(folder.resolve("server-8099")).isDirectoryNotContaining(Files::isDirectory);
        assertThat(files.preBoot()).exists();
    }

    @Test
    void leavesAloneWhatAnotherProcessWorksWith() throws IOException {
        var settings = Settings.with(Map.of(Setting.DATA_DIR, folder.toString()));
        var running = ServerFiles.write(settings, 8099);
        Files.createDirectories(running.runtime());
        Path ofEarlierRelease = Files.createDirectories(folder.resolve("server-8101/runtime"));

        assertThatThrownBy(() -> ServerFiles.write(settings, 8099))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("another Usher on port 8099", "server-8099", "stop it", "USHER_DATA_DIR");
        ServerFiles.write(settings, 8100);

        assertThat(running.runtime()).exists();
        assertThat(running.preBoot()).exists();
        assertThat(ofEarlierRelease).exists();
    }

    @Test
    void keepsTheDataFolderToItsOwner() throws IOException {
        Path data = folder.resolve("data");

        ServerFiles.write(Settings.with(Map.of(Setting.DATA_DIR, data.toString())), 8099);

        assertThat(rights(data)).isEqualTo("rwx------");
    }

    @Test
    void closesAFolderOfItsOwnAndNobodyElses() throws IOException {
        Path restored = open(folder.resolve("restored"));
        Files.writeString(restored.resolve("usher.mv.db"), "");
        Files.writeString(restored.resolve("secret-key"), "");
        Path others = open(folder.resolve("others"));
        Files.writeString(others.resolve("website.html"), "");

        ServerFiles.write(Settings.with(Map.of(Setting.DATA_DIR, restored.toString())), 8099);
        assertThatThrownBy(() -> ServerFiles.write(Settings.with(Map.of(Setting.DATA_DIR, others.toString())), 8099))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(others.toString(), "website.html", "USHER_DATA_DIR", "chmod 700");

        assertThat(rights(restored)).isEqualTo("rwx------");
        assertThat(rights(others)).isEqualTo("rwxr-xr-x");
    }

    @Test
    void worksInAFolderThatIsClosedAlreadyWhateverElseItHolds() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx------"));
        Files.writeString(data.resolve("notes.txt"), "");

        assertThat(ServerFiles.write(Settings.with(Map.of(Setting.DATA_DIR, data.toString())), 8099)
                        .preBoot())
                .exists();
    }

    private static Path open(Path path) throws IOException {
        Files.createDirectory(path);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
