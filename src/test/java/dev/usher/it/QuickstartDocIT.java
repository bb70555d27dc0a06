package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of docs/quickstart.md, as a reader would paste them. */
class QuickstartDocIT {
    private static final Path QUICKSTART = Path.of("docs/quickstart.md");
    private static final Pattern BLOCK = Pattern.compile("^```sh\\R(.*?)^```", Pattern.DOTALL | Pattern.MULTILINE);

    @Test
    void everyCommandOfTheQuickstartRuns(@TempDir Path folder) throws IOException, InterruptedException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            Path script = Files.writeString(folder.resolve("quickstart.sh"), "set -eu\n" + commands());
            Path printed = folder.resolve("printed.txt");
            var shell = new ProcessBuilder("bash", "-o", "pipefail", script.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(printed.toFile());
            shell.environment().put("USHER", server.base().toString());
            shell.environment().put("USHER_ADMIN_PASSWORD", UsherServer.PASSWORD);

            Process process = shell.start();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            process.destroyForcibly();

            String output = Files.readString(printed, StandardCharsets.UTF_8);
            assertThat(ended).as(output).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
            assertThat(output)
                    .contains("General Profile 1", "Executive Profile", "no-mapping", "mapping.order-changed");
        }
    }

    private static String commands() throws IOException {
        String page = Files.readString(QUICKSTART, StandardCharsets.UTF_8);
        String commands =
                BLOCK.matcher(page).results().map(found -> found.group(1)).collect(Collectors.joining("\n"));
        assertThat(commands).contains("/user-management", "/tokens", "/mappings", "/mapping-order", "/Users");
        return commands;
    }
}
