package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process as its operator sees it: it starts, says so, stops, and keeps to itself what is not Usher. */
class ServerLifeIT {
    private static final Pattern GENERATED = Pattern.compile("with the password (\\S+) \\(made at this first start");
    private static final String SECOND = "the second one's password";

    @Test
    @Tag("jar")
    void stopsCleanlyAndKeepsItsData(@TempDir Path folder) {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            String user = tenant.createUser("kept@firm.example");

            int exit = server.stop();
            server.startAgain();

            assertThat(exit).isEqualTo(143); // ended by SIGTERM, as the shell counts
            tenant.scim().get("/Users/" + user).expect(200);
            assertThat(server.log())
                    .contains("Usher is ready at " + server.base() + "/ (administrator: admin")
                    .contains("password: from USHER_ADMIN_PASSWORD")
                    .doesNotContain(UsherServer.PASSWORD, "Exception");
        }
    }

    @Test
    @Tag("jar")
    void printsTheGeneratedPasswordOnceAndKeepsIt(@TempDir Path folder) {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of("USHER_ADMIN_PASSWORD", ""))) {
            var printed = GENERATED.matcher(server.log());
            assertThat(printed.find()).as(server.log()).isTrue();
            String password = printed.group(1);
            Http admin = Http.at(server.base()).below("/api/v1").basic("admin", password);
            admin.get("/tenants").expect(200);

            server.stop();
            server.startAgain();

            admin.get("/tenants").expect(200);
            assertThat(server.log()).containsOnlyOnce(password);
        }
    }

    @Test
    void leavesToAdministratorsWhatTheySetOfTheFirstOne(@TempDir Path folder) throws SQLException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            Http api = Http.at(server.base()).below("/api/v1").with("Content-Type", "application/json");
            Http admin = api.basic("admin", UsherServer.PASSWORD);
            admin.post(
                            "/administrators",
                            "{\"name\":\"second\",\"role\":\"platform_administrator\",\"password\":\"" + SECOND + "\"}")
                    .expect(201);
            Http second = api.basic("second", SECOND);
            String path = "/administrators/" + second.get("/administrators").text("/items/0/id");
            second.patch(path, "{\"password\":\"set in the console\"}").expect(200);

            server.stop();
            server.startAgain();

            api.basic("admin", "set in the console").get("/tenants").expect(200);
            admin.get("/tenants").expectProblem(401, "unauthorized");
            second.patch(path, "{\"disabled\":true}").expect(200);
            server.stop();
            server.startAgain(Map.of("USHER_ADMIN_PASSWORD", "another of the environment"));
            assertThat(second.get(path).json().getBoolean("disabled")).isTrue();
            second.patch(path, "{\"disabled\":false}").expect(200);
            api.basic("admin", "another of the environment").get("/tenants").expectProblem(401, "unauthorized");
            server.stop();
            server.startAgain();
            api.basic("admin", "another of the environment").get("/tenants").expect(200);
            second.delete(path).expect(204);
            Http console = api.with("X-Usher-Console", "1");
            String cookie = console.post("/session", "{\"name\":\"second\",\"password\":\"" + SECOND + "\"}")
                    .expect(200)
                    .header("Set-Cookie");
            server.stop();
            server.inDatabase(connection -> {
                try (var statement = connection.createStatement()) {
                    statement.executeUpdate(
                            "UPDATE admin_session SET proved_at = TIMESTAMPADD(MINUTE, -10, proved_at)");
                }
            });
            server.startAgain();
            opensNoDoorWithoutAProof(console.with("Cookie", cookie.split(";", 2)[0]), second);
            assertThat(second.get("/administrators").json().getJsonArray("items"))
                    .hasSize(1);
        }
    }

    /** A console that stands open, whose password was shown ten minutes ago. */
    private static void opensNoDoorWithoutAProof(Http open, Http script) {
        String third =
                "{\"name\":\"third\",\"role\":\"platform_administrator\",\"password\":\"a password of its own\"}";
        open.post("/administrators", third).expectProblem(403, "proof-required");
        String path = "/administrators/"
                + script.post("/administrators", third).expect(201).text("/id");
        for (String change : List.of(
                "{\"password\":\"one that I know\"}",
                "{\"role\":\"platform_administrator\"}",
                "{\"email\":\"mine@evil.example\"}",
                "{\"disabled\":true,\"password\":\"one that I know\"}",
                "{\"disabled\":true,\"email\":\"mine@evil.example\"}")) {
            open.patch(path, change).expectProblem(403, "proof-required");
        }
        open.patch(path, "{\"disabled\":true,\"role\":\"platform_administrator\"}")
                .expect(200);
        open.patch(path, "{\"disabled\":false}").expectProblem(403, "proof-required");
        // A browser adds a password that it keeps; the console's request still means the session.
        open.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(("second:" + SECOND).getBytes()))
                .patch(path, "{\"disabled\":false}")
                .expectProblem(403, "proof-required");
        script.delete(path).expect(204);
    }

    @Test
    @Tag("jar")
    void saysInOneLineThatItsPortIsBusy(@TempDir Path folder) throws Exception {
        try (var busy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-jar",
                    System.getProperty("it.jar", "target/usher.jar"));
            builder.environment().put("USHER_HTTP_PORT", Integer.toString(busy.getLocalPort()));
            builder.environment().put("USHER_DATA_DIR", folder.toString());

            var process = builder.redirectErrorStream(true).start();
            String printed = new String(process.getInputStream().readAllBytes());

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(printed.lines()).singleElement().asString().contains("USHER_HTTP_PORT");
        }
    }

    @Test
    @Tag("jar")
    void refusesToStartOverADatabaseServerWithoutASecretKey(@TempDir Path folder) {
        var settings = Map.of("USHER_DB_URL", "jdbc:mysql://127.0.0.1:1/none", "USHER_SECRET_KEY", "");

        assertThatThrownBy(() -> UsherServer.startIn(folder.resolve("data"), settings))
                .hasMessageContaining("Usher ended by itself")
                .hasMessageContaining("USHER_SECRET_KEY is needed with a database server");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/openapi", "/health"})
    void closesTheServersOwnEndpoints(String path) {
        assertThat(UsherServer.http().get(path).status()).isIn(401, 403, 404);
    }

    /**
     * As the kernel tells it; other systems have no /proc. Not the shared server: who attaches a JMX console to a process
     * makes it listen.
     */
    @Test
    @EnabledOnOs(OS.LINUX)
    void listensOnLoopbackAlone(@TempDir Path folder) throws IOException {
        try (var server = UsherServer.startIn(folder.resolve("data"), Map.of())) {
            assertThat(Listeners.of(server.pid()))
                    .isNotEmpty()
                    .allSatisfy(address -> assertThat(address.isLoopbackAddress())
                            .as(address.toString())
                            .isTrue());
        }
    }

    @Test
    void doesNotSayWhatServerItIs() {
        var answer = UsherServer.http().get("/ops/health/live");

        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }
}
