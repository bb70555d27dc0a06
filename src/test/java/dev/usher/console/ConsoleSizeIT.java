package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What it costs: its bytes, the first paint, and a tenant of ten thousand users. The figures are printed; those of time,
 * half a second on a quiet machine, are bounded so that a busy one meets them.
 */
@Tag("looks")
class ConsoleSizeIT {
    private static final int USERS = 10_000;
    private static final int LOADS = 7;
    private static final double MOST_MILLIS = 3_000;
    private static final long MOST_BYTES = 200_000;
    private static Chromium chromium;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void weighsNoMoreThanItMay() throws IOException {
        // when
        try (var war = new ZipFile(System.getProperty("it.war"))) {
            List<? extends ZipEntry> files = war.stream()
                    .filter(entry -> entry.getName().startsWith("ui/"))
                    .toList();
            long bytes = files.stream().mapToLong(ZipEntry::getSize).sum();

            // then
            System.out.printf("the console: %d bytes in %d files%n", bytes, files.size());
            assertThat(bytes).isBetween(100_000L, MOST_BYTES);
            assertThat(war.getEntry("ui/lib/lit-html.js")).isNotNull();
            assertThat(war.getEntry("META-INF/licenses/lit-html/LICENSE")).isNotNull();
        }
    }

    @Test
    void paintsSoon() {
        // given
        var tenant = TestTenant.create();

        for (int width : new int[] {1280, 390}) {
            try (var window = chromium.window(width, ColorScheme.LIGHT)) {
                window.signIn("t/" + tenant.name() + "/provisioning");

                // when
                List<Double> paints = new ArrayList<>();
                for (int i = 0; i < LOADS; i++) {
                    window.page().reload();
                    window.row("Everyone").waitFor();
                    paints.add(((Number)
                                    window.page()
                                            .evaluate(
                                                    "() => performance.getEntriesByName('first-contentful-paint')[0].startTime"))
                            .doubleValue());
                }

                // then
                Collections.sort(paints);
                double median = paints.get(LOADS / 2);
                System.out.printf("first contentful paint at %d px: median %.0f ms of %s%n", width, median, paints);
                assertThat(median).isLessThanOrEqualTo(MOST_MILLIS);
                window.assertQuiet();
            }
        }
    }

    @Test
    void tenThousandUsersAreListedSearchedAndCounted() {
        // given
        var tenant = TestTenant.create();
        for (int from = 0; from < USERS; from += 1_000) {
            bulk(tenant, from);
        }

        try (var window = chromium.window()) {
            // when
            window.signIn("t/" + tenant.name() + "/users");
            long began = System.nanoTime();
            window.open("t/" + tenant.name() + "/users");
            window.page().locator("tbody tr").nth(49).waitFor();
            double listed = (System.nanoTime() - began) / 1e6;
            window.button("Show more").click();
            window.page().locator("tbody tr").nth(99).waitFor();
            began = System.nanoTime();
            window.page().locator("#field-query").fill("user-07777");
            window.awaitText("1 user shown");
            double found = (System.nanoTime() - began) / 1e6;
            String row = window.page().locator("tbody tr").first().innerText();
            window.link("Dashboard").click();
            window.awaitText("10,000");

            // then
            System.out.printf(
                    "10,000 users: listed in %.0f ms, found in %.0f ms (350 ms of it waiting)%n", listed, found);
            assertThat(row).contains("user-07777@example.com");
            window.assertQuiet();
        }
    }

    private static void bulk(TestTenant tenant, int from) {
        var operations = Json.createArrayBuilder();
        for (int i = from; i < from + 1_000; i++) {
            operations.add(Json.createObjectBuilder()
                    .add("method", "POST")
                    .add("path", "/Users")
                    .add("bulkId", "b" + i)
                    .add("data", TestTenant.user("user-%05d@example.com".formatted(i), "Engineering")));
        }
        var body = Json.createObjectBuilder()
                .add("schemas", Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:BulkRequest"))
                .add("Operations", operations);
        tenant.scim().post("/Bulk", body.build()).expect(200);
    }
}
