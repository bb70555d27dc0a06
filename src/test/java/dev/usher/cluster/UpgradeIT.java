package dev.usher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import dev.usher.it.UsherServer;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Starts on the data of an earlier release, as it left them (schema 2.43, twelve users), and on those of a later one. The
 * file was written by that release's own server; {@code SCRIPT TO} of H2 made it.
 */
@Tag("jar")
class UpgradeIT {
    private static final Path EARLIER = Path.of("src/test/resources/upgrade/schema-2.43.sql");
    private static final String TOKEN = "ush_5KvsprdwFkfMF58sGacmwzGb71gl8YN3MqCgJKh8Fkh0HeuV5";

    @Test
    void migratesAnEarlierReleasesDataAndServesThem(@TempDir Path folder) throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        inFile(
                data,
                connection ->
                        connection.createStatement().execute("RUNSCRIPT FROM '" + EARLIER.toAbsolutePath() + "'"));

        try (var server = UsherServer.startIn(data, Map.of())) {
            Http scim = Http.at(server.base())
                    .below("/scim/v2")
                    .bearer(TOKEN)
                    .with("Content-Type", "application/scim+json");
            Http admin = Http.at(server.base())
                    .below("/api/v1/tenants/firm")
                    .basic("admin", UsherServer.PASSWORD)
                    .with("Content-Type", "application/json");

            assertThat(scim.get("/Users").expect(200).json().getInt("totalResults"))
                    .isEqualTo(11);
            JsonObject user = scim.get("/Users?filter=" + Http.encode("userName eq \"user0@firm.example\""))
                    .expect(200)
                    .json()
                    .getJsonArray("Resources")
                    .getJsonObject(0);
            assertThat(user.getJsonObject("name").getString("familyName")).isEqualTo("Köhler 😀");
            assertThat(user.getJsonObject(TestTenant.ASSIGNMENT).getString("profile"))
                    .isEqualTo("Executive Profile");
            scim.patch("/Users/" + user.getString("id"), TestTenant.patch("replace", "title", "Chief"))
                    .expect(200);
            scim.post("/Users", TestTenant.user("new@firm.example").build()).expect(201);
            assertThat(scim.get("/Groups").expect(200).json().getInt("totalResults"))
                    .isEqualTo(1);
            assertThat(admin.get("/audit-chain").expect(200).json().getBoolean("intact"))
                    .isTrue();
            assertThat(admin.get("").expect(200).json().getJsonObject("licence").getInt("used"))
                    .isEqualTo(11);
        }
    }

    @Test
    void servesOnASchemaThatTheNextReleaseHasChangedAlready(@TempDir Path folder) throws Exception {
        Path data = folder.resolve("data");
        try (var server = UsherServer.startIn(data, Map.of())) {
            var tenant = TestTenant.create(Http.at(server.base()));
            tenant.createUser("before@firm.example");
            server.stop();

            inFile(data, connection -> {
                connection.createStatement().execute("ALTER TABLE account ADD COLUMN of_the_next INT");
                connection
                        .createStatement()
                        .execute(
                                "INSERT INTO flyway_schema_history SELECT MAX(installed_rank) + 1, '99.01', 'next', 'SQL',"
                                        + " 'V99_01__next.sql', 1, 'sa', CURRENT_TIMESTAMP, 1, TRUE FROM flyway_schema_history");
            });
            server.startAgain();

            tenant.createUser("after@firm.example");
            assertThat(tenant.scim().get("/Users?count=0").expect(200).json().getInt("totalResults"))
                    .isEqualTo(2);
        }
    }

    private static void inFile(Path data, UsherServer.DatabaseWork work) throws SQLException {
        String url = "jdbc:h2:file:" + data.toAbsolutePath().resolve("usher") + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE";
        try (Connection connection = DriverManager.getConnection(url, "sa", "")) {
            work.with(connection);
            connection.createStatement().execute("SHUTDOWN");
        }
    }
}
