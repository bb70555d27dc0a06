package dev.usher.bench;

import dev.usher.it.FreePort;
import dev.usher.it.Http;
import dev.usher.it.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jboss.shrinkwrap.api.ArchivePaths;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** A Payara Micro like Usher's, with the platform component and {@link BareResource} alone. */
final class BareServer implements AutoCloseable {
    private final URI base;
    private final Process process;

    private BareServer(URI base, Process process) {
        this.base = base;
        this.process = process;
    }

    static BareServer start(Path folder) {
        try {
            Files.createDirectories(folder);
            File war = war(folder);
            int port = FreePort.next();
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-jar",
                    System.getProperty("it.micro.jar", "target/server/payara-micro.jar"),
                    "--nohazelcast",
                    "--disablephonehome",
                    "--port",
                    Integer.toString(port),
                    "--deploy",
                    war.getPath(),
                    "--contextroot",
                    "/");
            builder.environment()
                    .put(
                            "USHER_DATA_DIR",
                            folder.resolve("data").toAbsolutePath().toString());
            builder.environment().putAll(TestDatabase.settings(folder.resolve("data")));
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(folder.resolve("bare.log").toFile())
                    .start();
            var server = new BareServer(URI.create("http://127.0.0.1:" + port), process);
            server.awaitReady();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Http http() {
        return Http.at(base).below("/bare").with("Content-Type", "application/scim+json");
    }

    @Override
    public void close() {
        process.destroy();
    }

    /** The shipped WAR's libraries, descriptors, migrations and platform; of the rest only the two bare classes. */
    private static File war(Path folder) {
        var shipped = ShrinkWrap.createFromZipFile(
                WebArchive.class, new File(System.getProperty("it.war", "target/usher.war")));
        var war = ShrinkWrap.create(WebArchive.class, "bare.war")
                .merge(
                        shipped,
                        ArchivePaths.root(),
                        Filters.include(
                                "/WEB-INF/(lib/.*|beans.xml|payara-web.xml|classes/db/.*|classes/dev/usher/platform/.*)"))
                .deleteClass("dev.usher.platform.store.AnyServer")
                .addClasses(BareApplication.class, BareResource.class);
        File file = folder.resolve("bare.war").toFile();
        war.as(ZipExporter.class).exportTo(file, true);
        return file;
    }

    private void awaitReady() {
        long end = System.nanoTime() + 90_000_000_000L;
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (http().post("/documents", "{}").status() == 201) {
                    return;
                }
                process.waitFor(300, TimeUnit.MILLISECONDS);
            } catch (UncheckedIOException e) {
                Thread.onSpinWait(); // not listening yet
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroy();
        throw new AssertionError("the bare server did not start; its log is beside its war");
    }
}
