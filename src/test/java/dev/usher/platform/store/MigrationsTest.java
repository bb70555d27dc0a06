package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final Path FOLDER = Path.of("src/main/resources/db/migration");

    @Test
    void applyToAnEmptyH2OnceOnly() throws SQLException, IOException {
        var source = new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:mem:migrations")));

        int first = Migrations.migrate(source);
        int second = Migrations.migrate(source);

        assertThat(first).isEqualTo(files().size());
        assertThat(second).isZero();
        try (var connection = source.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }

    /** MySQL commits each DDL statement, so a file of two could be done by half. */
    @Test
    void holdOneStatementEach() throws IOException {
        assertThat(files())
                .allSatisfy(file -> assertThat(Files.readString(file)
                                .replaceAll("(?m)--.*$", "")
                                .strip())
                        .matches("(?s)[^;]*;?"));
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".sql")).toList();
        }
    }
}
