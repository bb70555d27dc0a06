package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.function.Consumer;
import javax.management.JMException;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void saysWhichPortIsBusyAndHowToChooseAnother() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Main.freePort("127.0.0.1", busy.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("127.0.0.1", Integer.toString(busy.getLocalPort()), "USHER_HTTP_PORT");
        }
    }

    @Test
    void takesAnyPortForZero() throws IOException {
        assertThat(Main.freePort("127.0.0.1", 0)).isPositive();
    }

    @Test
    void keepsThePortClosedWhereThereIsNoApplication() {
        var doors = new ArrayList<Boolean>();
        var readiness = new Readiness("127.0.0.1", 1);

        assertThatThrownBy(() -> Main.open(false, doors::add, readiness)).hasMessageContaining("not ready");

        assertThat(doors).isEmpty();
    }

    @Test
    void closesThePortAgainWhereTheApplicationDoesNotGetReady() throws IOException {
        var doors = new ArrayList<Boolean>();

        withServer(readiness ->
                assertThatThrownBy(() -> Main.open(true, doors::add, readiness)).hasMessageContaining("not ready"));

        assertThat(doors).containsExactly(true, false);
    }

    @Test
    void opensThePortForAnApplicationThatIsReady() throws IOException {
        var doors = new ArrayList<Boolean>();

        withServer(
                readiness -> {
                    try {
                        Main.open(true, doors::add, readiness);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                "/ops/health/ready");

        assertThat(doors).containsExactly(true);
    }

    @Test
    void looksForTheApplicationWithinTheProcess() throws JMException {
        var beans = ManagementFactory.getPlatformMBeanServer();
        assertThat(EmbeddedServer.hasApplication()).isFalse();

        beans.registerMBean(new Node(), EmbeddedServer.node());
        try {
            assertThat(EmbeddedServer.hasApplication()).isTrue();
        } finally {
            beans.unregisterMBean(EmbeddedServer.node());
        }
    }

    /** A management bean. */
    public interface NodeMBean {}

    /** The application's, but for what it says. */
    public static final class Node implements NodeMBean {}

    @Test
    void saysWhatIsWrongWithAPathAndNotThePathAlone() {
        assertThat(Main.reason(new AccessDeniedException("/srv/usher"))).contains("/srv/usher", "permission denied");
        assertThat(Main.reason(new NoSuchFileException("/srv/usher"))).isEqualTo("/srv/usher does not exist");
        assertThat(Main.reason(new FileAlreadyExistsException("/srv/usher")))
                .isEqualTo("/srv/usher is there already, and is no folder");
        assertThat(Main.reason(new FileSystemException("/srv/usher", null, "Read-only file system")))
                .isEqualTo("/srv/usher: Read-only file system");
        assertThat(Main.reason(new IllegalStateException("the server failed to start", new IOException("no room"))))
                .isEqualTo("the server failed to start (java.io.IOException: no room)");
        assertThat(Main.reason(new IOException())).isEqualTo("java.io.IOException");
    }

    /** Answers 200 at these paths and 404 elsewhere, as a server without its application does. */
    private static void withServer(Consumer<Readiness> work, String... paths) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        for (String path : paths) {
            server.createContext(path, exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
        }
        server.start();
        try {
            work.accept(new Readiness("127.0.0.1", server.getAddress().getPort()));
        } finally {
            server.stop(0);
        }
    }
}
