package dev.usher.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is shipped beside the program: it names only settings that exist, and is what its format asks for. */
class PackagingTest {
    private static final Path ROOM = Path.of("packaging");
    private static final Pattern SETTING = Pattern.compile("USHER_[A-Z_]+");

    @TestFactory
    Stream<DynamicTest> namesOnlySettingsThatExist() throws IOException {
        try (Stream<Path> files = Files.walk(ROOM)) {
            return files.filter(Files::isRegularFile).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.toString(), () -> {
                        var named = new TreeMap<String, String>();
                        SETTING.matcher(Files.readString(file))
                                .results()
                                .map(found -> found.group())
                                .filter(name -> !name.equals("USHER_PORT"))
                                .forEach(name -> named.put(name, ""));

                        assertThat(Settings.unknown(named)).isEmpty();
                    }));
        }
    }

    @Test
    void systemdAcceptsTheUnitWhereItIsInstalled() throws Exception {
        Path unit = ROOM.resolve("systemd/usher.service");
        List<String> lines = Files.readAllLines(unit);

        assertThat(lines).contains("NoNewPrivileges=yes", "ProtectSystem=strict", "CapabilityBoundingSet=");
        assertThat(lines).contains("StartLimitIntervalSec=0", "SuccessExitStatus=143");
        if (Files.isExecutable(Path.of("/usr/bin/systemd-analyze"))) {
            var process = new ProcessBuilder(
                            "/usr/bin/systemd-analyze",
                            "verify",
                            unit.toAbsolutePath().toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes());

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(said.lines()
                            .filter(line -> line.contains("usher.service"))
                            .filter(line -> !line.contains("is not executable")))
                    .isEmpty();
        }
    }

    @Test
    void everyProbeOfTheManifestsAsksForAnAddressThatIsThere() throws IOException {
        String manifests = Files.readString(ROOM.resolve("kubernetes/usher.yaml"));

        assertThat(manifests)
                .contains("path: /ops/health/started", "path: /ops/health/live", "path: /ops/health/ready")
                .contains("failureThreshold: 900", "USHER_DRAIN_SECONDS: \"10\"", "terminationGracePeriodSeconds: 60")
                .doesNotContain("\t");
        assertThat(manifests.split("\n---\n"))
                .allSatisfy(document -> assertThat(document)
                        .containsPattern("(?m)^apiVersion: \\S+$")
                        .containsPattern("(?m)^kind: \\S+$")
                        .containsPattern("(?m)^  name: usher$"));
        assertThat(Map.of(
                        "runAsNonRoot", "true", "readOnlyRootFilesystem", "true", "allowPrivilegeEscalation", "false"))
                .allSatisfy((key, value) -> assertThat(manifests).contains(key + ": " + value));
    }

    /** Usher keeps its folder to itself, and cannot where the folder is root's, as an emptyDir is. */
    @Test
    void theDataFolderOfAContainerIsOneThatUsherMakes() throws IOException {
        String image = Files.readString(ROOM.resolve("container/Containerfile"));
        String manifests = Files.readString(ROOM.resolve("kubernetes/usher.yaml"));

        assertThat(image).contains("VOLUME /data\n", "USHER_DATA_DIR=/data/");
        assertThat(manifests).contains("mountPath: /data\n").doesNotContain("USHER_DATA_DIR");
    }
}
