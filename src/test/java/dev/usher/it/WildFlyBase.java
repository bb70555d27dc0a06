package dev.usher.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A base folder of WildFly with {@code packaging/wildfly/usher.cli} applied, as install.md asks, and the WAR in it. */
record WildFlyBase(Path folder, int port) {
    private static final Path HOME = Path.of(System.getProperty("it.wildfly", "target/server/wildfly"));
    private static final Path SCRIPT = Path.of("packaging/wildfly/usher.cli");
    private static final Path WAR = Path.of(System.getProperty("it.war", "target/usher.war"));

    static WildFlyBase prepare(Path dataDir, int port) throws IOException {
        Path folder = dataDir.resolveSibling(dataDir.getFileName() + "-wildfly").toAbsolutePath();
        Folders.copy(Configured.BASE, folder);
        Path deployments = Files.createDirectories(folder.resolve("deployments"));
        Files.copy(WAR, deployments.resolve("usher.war"), StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(deployments.resolve("usher.war.dodeploy"), "");
        return new WildFlyBase(folder, port);
    }

    List<String> command() {
        return List.of(
                HOME.toAbsolutePath().resolve("bin/standalone.sh").toString(),
                "-Djboss.server.base.dir=" + folder,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + FreePort.next(),
                "-Djboss.management.http.port=" + FreePort.next());
    }

    /** Made once: the setting takes WildFly some seconds. */
    private static final class Configured {
        private static final Path BASE = make();

        private static Path make() {
            try {
                Path base = Path.of(System.getProperty("it.folder", "target/it"))
                        .resolve("wildfly-" + ProcessHandle.current().pid())
                        .toAbsolutePath();
                Folders.copy(HOME.resolve("standalone"), base);
                configure(base);
                configure(base); // an operator runs it again after an upgrade
                return base;
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        private static void configure(Path base) throws IOException, InterruptedException {
            var builder = new ProcessBuilder(
                            HOME.toAbsolutePath().resolve("bin/jboss-cli.sh").toString(),
                            "--file=" + SCRIPT.toAbsolutePath())
                    .redirectErrorStream(true)
                    .redirectOutput(
                            base.resolveSibling(base.getFileName() + "-cli.log").toFile());
            builder.environment().put("JAVA_OPTS", "-Djboss.server.base.dir=" + base);
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IllegalStateException(SCRIPT + " ended with " + status);
            }
        }
    }
}
