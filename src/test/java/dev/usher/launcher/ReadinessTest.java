package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReadinessTest {
    @Test
    void waitsUntilTheServerSaysSo() throws IOException {
        var asked = new AtomicInteger();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/ops/health/ready", exchange -> {
            exchange.sendResponseHeaders(asked.incrementAndGet() < 3 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        try {
            var readiness = new Readiness("127.0.0.1", server.getAddress().getPort());

            assertThat(readiness.awaited(Duration.ofSeconds(20))).isTrue();
            assertThat(asked).hasValue(3);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void givesUpAtOnceWhereNoApplicationIs() throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.start();
        try {
            var readiness = new Readiness("127.0.0.1", server.getAddress().getPort());

            assertThat(readiness.awaited(Duration.ofDays(1))).isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void givesUpInTheEnd() throws IOException {
        var readiness = new Readiness("127.0.0.1", Main.freePort("127.0.0.1", 0));

        assertThat(readiness.awaited(Duration.ofMillis(300))).isFalse();
    }

    @Test
    void namesAnAddressThatABrowserCanCall() {
        assertThat(new Readiness("0.0.0.0", 8080).home()).isEqualTo(URI.create("http://127.0.0.1:8080/"));
        assertThat(new Readiness("::1", 8080).home()).isEqualTo(URI.create("http://[::1]:8080/"));
    }
}
