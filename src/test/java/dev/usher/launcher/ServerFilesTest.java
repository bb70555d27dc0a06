package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    void removesWhatAKilledServerLeft() throws IOException {
        var settings = Settings.with(Map.of(Setting.DATA_DIR, folder.toString()));
        Path left = ServerFiles.write(settings, 8099).runtime().resolve("lib/old.jar");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "x");

        var files = ServerFiles.write(settings, 8099);

        assertThat(files.runtime()).doesNotExist();
        assertThat(files.preBoot()).exists();
    }

    @Test
    void keepsTheDataFolderToItsOwner() throws IOException {
        Path data = folder.resolve("data");

        ServerFiles.write(Settings.with(Map.of(Setting.DATA_DIR, data.toString())), 8099);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data)))
                .isEqualTo("rwx------");
    }
}
