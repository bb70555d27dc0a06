package dev.usher.administrator.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.usher.it.AtOnce;
import dev.usher.platform.Secret;
import dev.usher.platform.SettableClock;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderDeskTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger discoveries = new AtomicInteger();
    private final AtomicInteger exchanges = new AtomicInteger();
    private final CountDownLatch slow = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        slow.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksOnceForTheDescriptionHoweverManyWantIt() throws Exception {
        // given
        server.createContext("/.well-known/openid-configuration", exchange -> {
            discoveries.incrementAndGet();
            await();
            answer(exchange, 200, description());
        });
        var desk = new ProviderDesk(issuer(), CLOCK, PATIENCE);
        var refused = new CountDownLatch(40 - ProviderDesk.MOST_WAITING);

        // when
        var answers = AtOnce.calls(40, i -> {
            boolean had = had(desk);
            if (!had) {
                refused.countDown();
                if (refused.getCount() == 0) {
                    slow.countDown(); // only now: nobody else is waiting in vain
                }
            }
            return had;
        });

        // then
        assertThat(Collections.frequency(answers, true)).isEqualTo(ProviderDesk.MOST_WAITING);
        assertThat(had(desk)).isTrue();
        assertThat(discoveries).hasValue(1);
    }

    @Test
    void sparesAProviderThatFailedForAWhile() throws Exception {
        // given
        server.createContext("/.well-known/openid-configuration", exchange -> {
            discoveries.incrementAndGet();
            answer(exchange, 500, "{}");
        });
        var clock = new SettableClock(NOW);
        var desk = new ProviderDesk(issuer(), clock, PATIENCE);

        // when, then
        assertThat(had(desk)).isFalse();
        assertThatThrownBy(desk::provider).isInstanceOf(Unreachable.class).hasMessageContaining("a moment ago");
        assertThat(discoveries).hasValue(1);
        clock.set(NOW.plus(ProviderDesk.SPARED));
        assertThat(had(desk)).isFalse();
        assertThat(discoveries).hasValue(2);
    }

    @Test
    void waitsNoLongerForTheRestOfAnAnswerThanForItsBeginning() {
        // given
        server.createContext("/.well-known/openid-configuration", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream body = exchange.getResponseBody();
            body.write('{');
            body.flush();
            await();
            exchange.close();
        });
        var desk = new ProviderDesk(issuer(), CLOCK, Duration.ofMillis(300));

        // when, then
        assertThatThrownBy(desk::provider).isInstanceOf(Unreachable.class).hasMessageContaining("in time");
    }

    @Test
    void givesFewCodesAtOnceAndRefusesTheOthers() throws Exception {
        // given
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, description()));
        server.createContext("/token", exchange -> {
            exchanges.incrementAndGet();
            await();
            answer(exchange, 400, "{}");
        });
        var desk = new ProviderDesk(issuer(), CLOCK, PATIENCE);
        var attempt = Attempt.begin("/ui/", NOW);
        var spared = new AtomicInteger();

        // when
        AtOnce.calls(40, i -> {
            try {
                return desk.exchange(attempt, "bogus", "client", new Secret("secret"), "http://localhost/back");
            } catch (Unreachable e) {
                if (spared.incrementAndGet() == 40 - ProviderDesk.MOST_WAITING) {
                    slow.countDown();
                }
                return false;
            } catch (Disbelieved e) {
                return false;
            }
        });

        // then
        assertThat(exchanges).hasValue(ProviderDesk.MOST_WAITING);
        assertThat(had(desk)).isTrue();
    }

    private static boolean had(ProviderDesk desk) {
        try {
            desk.provider();
            return true;
        } catch (Disbelieved e) {
            return false;
        }
    }

    private void await() {
        try {
            assertThat(slow.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private String description() {
        return "{\"issuer\":\"%1$s\",\"token_endpoint\":\"%1$s/token\"}".formatted(issuer());
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
