package dev.usher.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.AtOnce;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import dev.usher.it.Wait;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operations see of a node over HTTP, in its log and through the JMX exporter. */
class OpsIT {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static final Pattern DOCUMENTED = Pattern.compile("^\\| `(usher_[a-z0-9_]+)`.*");

    private static Http http;
    private static TestTenant tenant;

    @BeforeAll
    static void start() {
        http = OpsServer.http();
        tenant = TestTenant.create(http);
        awaitTenants();
    }

    /** Tenants are looked for every ten seconds until there is one. */
    private static void awaitTenants() {
        Wait.until(Duration.ofSeconds(60), () -> scrape().contains("usher_tenant_users{tenant=\"default\"}"));
    }

    @Test
    void givesMetricsInOpenMetricsToItsTokenAndToPlatformAdministratorsOnly() {
        String key = tenant.admin()
                .post("/api-keys", "{\"name\":\"k\",\"role\":\"cloud_administrator\"}")
                .expect(201)
                .text("/secret");

        Answer byToken =
                http.bearer(OpsServer.METRICS_TOKEN).get("/ops/metrics").expect(200);
        http.basic("admin", UsherServer.PASSWORD).get("/ops/metrics").expect(200);
        http.get("/ops/metrics").expectProblem(401, "unauthorized");
        http.bearer("scrape-7f3").get("/ops/metrics").expectProblem(401, "unauthorized");
        http.bearer(key).get("/ops/metrics").expectProblem(403, "forbidden");

        assertThat(byToken.header("Content-Type")).startsWith("application/openmetrics-text");
        assertThat(byToken.body())
                .contains("\njvm_memory_used_bytes{", "\njvm_gc_live_data_size_bytes ")
                .endsWith("# EOF\n");
    }

    @Test
    void hasEveryMetricThatThePageNames() throws IOException {
        tenant.createUser("metrics@firm.example");
        String page = Files.readString(Path.of("docs/operate/monitor.md"));
        List<String> documented = page.lines()
                .map(DOCUMENTED::matcher)
                .filter(row -> row.matches() && !row.group().contains("absent without"))
                .map(row -> row.group(1))
                .toList();

        String scraped = scrape();

        assertThat(documented).hasSizeGreaterThan(15);
        assertThat(documented).allSatisfy(name -> assertThat(scraped).contains("\n" + name));
        assertThat(scraped.lines()
                        .filter(line -> line.startsWith("# TYPE usher_"))
                        .map(line -> line.split(" ")[2]))
                .allSatisfy(name -> assertThat(page).contains("| `" + name));
    }

    @Test
    void isReadyForAllWhoAskAtOnce() throws Exception {
        assertThat(AtOnce.calls(24, number -> http.get("/ops/health/ready").status()))
                .containsOnly(200);
    }

    @Test
    void countsARequestOnceWithItsOutcome() {
        double before = value("usher_http_requests_total{outcome=\"success\",route=\"users-create\"}");
        double refused = value("usher_http_requests_total{outcome=\"refusal\",route=\"users-create\"}");

        tenant.createUser("once@firm.example");
        tenant.scim().post("/Users", "{").expect(400);

        assertThat(awaited("usher_http_requests_total{outcome=\"refusal\",route=\"users-create\"}", refused + 1))
                .isEqualTo(refused + 1);
        assertThat(awaited("usher_http_requests_total{outcome=\"success\",route=\"users-create\"}", before + 1))
                .isEqualTo(before + 1);
    }

    @Test
    void countsNoEventOfAWriteThatWasRolledBack() {
        TestTenant full = TestTenant.create(http);
        full.admin().send("PATCH", "", "{\"licence\":{\"seats\":0}}").expect(200);
        double accepted = value("usher_events_accepted_total");
        double refused = value("usher_events_refused_total");

        full.scim().post("/Users", "{\"userName\":\"seatless@firm.example\"}").expectScimError(400, "invalidValue");

        assertThat(awaited("usher_events_refused_total", refused + 1)).isEqualTo(refused + 1);
        assertThat(value("usher_events_accepted_total")).isEqualTo(accepted);
    }

    @Test
    void keepsItsNumberOfSeriesWhateverIsAsked() {
        scrape();
        long before =
                scrape().lines().filter(line -> line.startsWith("usher_http")).count();

        for (int i = 0; i < 20; i++) {
            http.get("/nowhere-" + i).expect(404);
            tenant.scim().get("/Users/none-" + i).expect(404);
            tenant.admin().get("/none-" + i).expect(404);
        }

        assertThat(scrape().lines()
                        .filter(line -> line.startsWith("usher_http"))
                        .count())
                .isEqualTo(before);
    }

    @Test
    @Tag("jar")
    void isReadThroughTheJmxExporterAsShipped() {
        String scraped = OpsServer.exporter().get("/metrics").expect(200).body();

        assertThat(scraped)
                .contains("\nusher_jmx_server_requests ", "\nusher_jmx_datasource_roundtrips ")
                .contains("usher_jmx_endpoint_percentile99millis{route=\"users-create\"")
                .contains("usher_jmx_outbox_waiting ", "usher_jmx_tenant_users{tenant=\"default\"");
    }

    @Test
    void echoesRequestIdAndTraceAndLogsThemWithTenantRouteStatusAndDuration() {
        Answer answer = tenant.scim()
                .with("X-Request-Id", "ops-it-1")
                .with("traceparent", TRACE)
                .get("/Users/no-such-user")
                .expect(404);

        JsonObject line = request("ops-it-1");

        assertThat(answer.header("X-Request-Id")).isEqualTo("ops-it-1");
        assertThat(answer.header("traceparent")).isEqualTo(TRACE);
        assertThat(line.getString("traceId")).isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
        assertThat(line.getString("route")).isEqualTo("users-read");
        assertThat(line.getString("path")).isEqualTo("/scim/Users/{id}");
        assertThat(line.getInt("status")).isEqualTo(404);
        assertThat(line.getInt("tenant")).isPositive();
        assertThat(line.getJsonNumber("durationMs").doubleValue()).isPositive();
        assertThat(line.getString("level")).isEqualTo("INFO");
    }

    @Test
    void makesARequestIdAlsoForWhoIsRefusedAtTheDoor() {
        Answer answer = http.below("/scim/v2").bearer("ush_wrong").get("/Users").expect(401);

        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f-]{36}");
        assertThat(request(answer.header("X-Request-Id")).getInt("status")).isEqualTo(401);
    }

    @Test
    void logsNoPersonsDataAndNoSecret() {
        String person = "Zaphod.Plantedname@secret-firm.example";
        tenant.scim()
                .post(
                        "/Users",
                        TestTenant.user(person)
                                .add("displayName", "Plantedname Zaphod")
                                .add("password", "Planted-pass-1")
                                .add(
                                        "emails",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder().add("value", person)))
                                .build())
                .expect(201);
        tenant.scim().post("/Users", TestTenant.user(person).build()).expect(409);
        tenant.find("userName eq \"" + person + "\"");
        tenant.scim()
                .get("/Users?filter=" + Http.encode("userName zz \"" + person + "\""))
                .expect(400);
        tenant.scim().get("/Users/" + Http.encode(person)).expect(404);
        tenant.scim()
                .with("X-Request-Id", person)
                .post("/Users", "{\"userName\":\"" + person)
                .expect(400);
        tenant.admin().get("/users?query=" + Http.encode("Plantedname")).expect(200);
        tenant.admin().basic("admin", "Planted-pass-2").get("").expect(401);
        tenant.admin().get("/no-such-thing/" + Http.encode(person)).expect(404);
        String key = tenant.admin()
                .post("/api-keys", "{\"name\":\"planted\",\"role\":\"auditor\"}")
                .expect(201)
                .text("/secret");
        tenant.admin().bearer(key).get("/users").expect(200);

        String log = OpsServer.server().log();

        assertThat(log).contains("\"users-create\"");
        assertThat(log)
                .doesNotContainIgnoringCase("plantedname")
                .doesNotContain(
                        "Planted-pass-1",
                        "Planted-pass-2",
                        "secret-firm",
                        tenant.token(),
                        key,
                        UsherServer.PASSWORD,
                        OpsServer.METRICS_TOKEN,
                        "Authorization");
    }

    @Test
    @Tag("jar")
    void logsOnlyJsonOnceItsServerRuns() {
        tenant.scim().with("X-Request-Id", "json-only").get("/Users").expect(200);
        request("json-only");

        List<String> others = OpsServer.server()
                .log()
                .lines()
                .filter(line -> !line.startsWith("{"))
                .toList();

        assertThat(others)
                .allSatisfy(line -> assertThat(line)
                        .matches("Picked up JAVA_TOOL_OPTIONS.*|Usher is (starting|ready).*|WARNING: .*|"
                                + ".*jmx.*|.*JmxExporter.*"));
    }

    @Test
    void believesATrustedProxyAboutItsOwnAddress() {
        String id = tenant.createUser("proxied@firm.example");
        Http proxied = tenant.scim();

        assertThat(proxied.with("X-Forwarded-Proto", "https")
                        .with("X-Forwarded-Host", "scim.firm.example")
                        .get("/Users/" + id)
                        .text("/meta/location"))
                .isEqualTo("https://scim.firm.example/scim/v2/Users/" + id);
        assertThat(proxied.with("Forwarded", "for=1.2.3.4, for=10.0.0.1;proto=https;host=\"usher.firm.example:8443\"")
                        .get("/Users/" + id)
                        .text("/meta/location"))
                .isEqualTo("https://usher.firm.example:8443/scim/v2/Users/" + id);
        assertThat(proxied.with("X-Forwarded-Proto", "gopher")
                        .with("X-Forwarded-Host", "x y")
                        .get("/Users/" + id)
                        .text("/meta/location"))
                .startsWith(http.base().toString());
    }

    @Test
    void doesNotBelieveAnybodyElse() {
        TestTenant other = TestTenant.create();
        String id = other.createUser("direct@firm.example");

        assertThat(other.scim()
                        .with("X-Forwarded-Proto", "https")
                        .with("X-Forwarded-Host", "evil.example")
                        .with("Forwarded", "proto=https;host=evil.example")
                        .get("/Users/" + id)
                        .text("/meta/location"))
                .startsWith(UsherServer.http().base().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/scim/v2/ServiceProviderConfig", "/scim/v2/Users", "/api/v1/tenants", "/ops/health/live", "/x"})
    void sendsSecurityHeadersAndNoServersName(String path) {
        Answer answer = http.get(path);

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.headers().map()).doesNotContainKeys("server", "Server", "x-powered-by", "X-Powered-By");
    }

    @Test
    void refusesInItsOwnWordsABodyThatIsFarTooLong() {
        String large = "{\"userName\":\"" + "x".repeat(8 << 20) + "\"}";

        tenant.scim().post("/Users", large).expectScimError(413, "");
        tenant.scim().post("/Bulk", large).expectScimError(413, "");
        tenant.admin().patch("", large).expect(413);
    }

    @Test
    void verifiesAuditChainsAndWitnessesTheirEndsInTheLog() {
        Answer report = tenant.admin().get("/audit-chain").expect(200);
        http.below("/api/v1")
                .basic("admin", UsherServer.PASSWORD)
                .get("/audit-chain")
                .expect(200);

        assertThat(report.json().getBoolean("intact")).isTrue();
        assertThat(report.json().getInt("events")).isGreaterThan(3);
        assertThat(OpsServer.server().log())
                .contains("ends with act " + report.at("/head/seq") + ", hash " + report.text("/head/hash"));
    }

    @Test
    void exportsEverythingAsLinesOfJsonAndAsATable() {
        for (int i = 0; i < 5; i++) {
            tenant.createUser("export-" + i + "@firm.example");
        }

        String lines = tenant.admin()
                .with("Accept", "application/x-ndjson")
                .get("/provisioning-events")
                .expect(200)
                .body();
        String acts = tenant.admin()
                .with("Accept", "application/x-ndjson")
                .get("/audit-events")
                .expect(200)
                .body();
        String table = tenant.admin()
                .with("Accept", "text/csv")
                .get("/provisioning-events")
                .expect(200)
                .body();

        assertThat(lines.lines().map(OpsIT::json)).hasSizeGreaterThan(4);
        assertThat(acts.lines().map(OpsIT::json).map(act -> act.getString("action")))
                .contains("tenant.created", "token.created");
        assertThat(table.lines().count()).isGreaterThanOrEqualTo(lines.lines().count());
    }

    private static String scrape() {
        return http.bearer(OpsServer.METRICS_TOKEN)
                .get("/ops/metrics")
                .expect(200)
                .body();
    }

    /** A request is counted when its answer has left. */
    private static double awaited(String series, double wanted) {
        Wait.until(Duration.ofSeconds(60), () -> value(series) >= wanted);
        return value(series);
    }

    private static double value(String series) {
        return scrape().lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series));
    }

    /** The line is written after the answer has left. */
    private static JsonObject request(String id) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        List<JsonObject> lines = requests(id);
        while (lines.isEmpty() && System.nanoTime() < end) {
            lines = requests(id);
        }
        assertThat(lines).as("lines of request " + id).hasSize(1);
        return lines.get(0);
    }

    private static List<JsonObject> requests(String id) {
        return OpsServer.server()
                .log()
                .lines()
                .filter(line -> line.startsWith("{") && line.contains("\"requestId\":\"" + id + "\""))
                .map(OpsIT::json)
                .filter(line -> line.containsKey("status"))
                .toList();
    }

    private static JsonObject json(String line) {
        try (var reader = Json.createReader(new StringReader(line))) {
            return reader.readObject();
        }
    }
}
