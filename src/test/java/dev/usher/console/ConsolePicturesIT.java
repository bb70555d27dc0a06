package dev.usher.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.Json;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The pictures in the README: {@code mvn -Pconsole verify -Dit.test=ConsolePicturesIT -Dpictures.write=true} makes them
 * anew. Every screen in each look is pictured by {@link ConsoleAccessibilityIT}.
 */
@Tag("looks")
class ConsolePicturesIT {
    private static final Path PLACE =
            Boolean.getBoolean("pictures.write") ? Path.of("docs", "pictures") : Path.of("target", "pictures");
    private static final long LEAST_COLOURS = 50;
    private static final String[] PEOPLE = {
        "ada.lovelace", "grace.hopper", "alan.turing", "edsger.dijkstra", "barbara.liskov", "donald.knuth"
    };

    @Test
    void showTheMappingsAndAUser() throws IOException {
        // given
        Files.createDirectories(PLACE);
        String tenant = "acme-" + Long.toString(System.nanoTime() & 0xFFFFFF, 36);
        String user = fill(tenant);

        // when
        try (var chromium = new Chromium()) {
            picture(chromium, ColorScheme.LIGHT, tenant, "provisioning", "Executive Users Mapping");
            picture(chromium, ColorScheme.DARK, tenant, "users/" + user, "1 device, 1 snapshot");
        }

        // then
        BufferedImage provisioning =
                ImageIO.read(PLACE.resolve("provisioning.png").toFile());
        BufferedImage users = ImageIO.read(PLACE.resolve("users.png").toFile());
        assertThat(colours(provisioning)).as("light, and not blank").isGreaterThan(LEAST_COLOURS);
        assertThat(colours(users)).as("dark, and not blank").isGreaterThan(LEAST_COLOURS);
        assertThat(provisioning.getRGB(2, provisioning.getHeight() - 2) & 0xFF)
                .as("one is light, the other dark")
                .isGreaterThan(2 * (users.getRGB(2, users.getHeight() - 2) & 0xFF));
    }

    private static long colours(BufferedImage picture) {
        assertThat(picture.getWidth()).isEqualTo(1280);
        return IntStream.range(0, picture.getWidth() * picture.getHeight())
                .map(at -> picture.getRGB(at % picture.getWidth(), at / picture.getWidth()))
                .distinct()
                .count();
    }

    private static void picture(Chromium chromium, ColorScheme theme, String tenant, String screen, String sign) {
        try (var window = chromium.window(1280, theme)) {
            window.signIn("t/" + tenant + "/" + screen);
            window.awaitText(sign);
            window.page().waitForFunction("() => !document.querySelector('[aria-busy=\"true\"]')");
            window.page()
                    .screenshot(
                            new Page.ScreenshotOptions().setPath(PLACE.resolve(screen.replaceAll("/.*", "") + ".png")));
        }
    }

    private static String fill(String tenant) {
        Http api = UsherServer.http()
                .below("/api/v1")
                .basic("admin", UsherServer.PASSWORD)
                .with("Content-Type", "application/json");
        api.post("/tenants", "{\"name\":\"" + tenant + "\",\"displayName\":\"Acme\"}")
                .expect(201);
        Http acme = api.below("/tenants/" + tenant);
        acme.put("/user-management", "{\"type\":\"SCIM\",\"confirmed\":true}").expect(200);
        String token = acme.post("/tokens", "{\"name\":\"Okta\"}").expect(201).text("/secret");
        String region = acme.post("/storage-regions", "{\"name\":\"EU-Frankfurt\"}")
                .expect(201)
                .text("/id");
        mapping(acme, region, "Executive Users Mapping", "title", "VP", "Executive Profile", true);
        mapping(acme, region, "General Users Mapping", "department", "Engineering", "General Profile 1", false);
        mapping(acme, region, "Everyone else", "", "", "Standard", false);
        Http scim = UsherServer.http()
                .below("/scim/v2")
                .bearer(token)
                .with("Content-Type", "application/scim+json")
                .with("User-Agent", "Okta SCIM Client 1.0.0");
        String last = "";
        for (int i = 0; i < PEOPLE.length; i++) {
            var user = TestTenant.user(PEOPLE[i] + "@acme.example", i % 3 == 2 ? "Sales" : "Engineering");
            last = scim.post("/Users", (i == 0 ? user.add("title", "VP") : user).build())
                    .expect(201)
                    .text("/id");
        }
        acme.post("/users/" + last + "/devices", "{\"id\":\"" + tenant + "\",\"name\":\"Laptop\"}")
                .expect(201);
        acme.post(
                        "/devices/" + tenant + "/snapshots",
                        "{\"id\":\"s\",\"name\":\"Nightly\",\"sizeBytes\":2147483648,\"takenAt\":\"2026-01-02T03:04:05Z\"}")
                .expect(201);
        return last;
    }

    private static void mapping(
            Http acme, String region, String name, String attribute, String value, String profile, boolean locked) {
        var made = Json.createObjectBuilder()
                .add("name", profile)
                .add("dataLocked", locked)
                .add("quotaBytes", 5L << 30);
        String id = acme.post("/profiles", made.build()).expect(201).text("/id");
        var criteria = Json.createObjectBuilder();
        if (attribute.isEmpty()) {
            criteria.add("type", "ALL_USERS");
        } else {
            criteria.add("type", "ATTRIBUTE")
                    .add("attribute", attribute)
                    .add("values", Json.createArrayBuilder().add(value));
        }
        var body = Json.createObjectBuilder()
                .add("name", name)
                .add("criteria", criteria)
                .add(
                        "assignment",
                        Json.createObjectBuilder().add("profileId", id).add("storageRegionId", region));
        acme.post("/mappings", body.build()).expect(201);
    }
}
