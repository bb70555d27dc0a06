package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Database;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedFileTest {
    private static final int ROWS = 1_000;

    @Test
    void isAsSmallAsItsContentAfterManyCommits(@TempDir Path folder) throws Exception {
        DataSource source = source(folder);
        var database = new Database(source);
        database.update("CREATE TABLE note (id INT NOT NULL PRIMARY KEY, line VARCHAR(100) NOT NULL)");
        database.update("CREATE INDEX ix_line ON note (line)");
        for (int i = 0; i < ROWS; i++) {
            database.update("INSERT INTO note (id, line) VALUES (?, ?)", i, Integer.toHexString(i * 0x9E3779B9));
        }
        Path file = folder.resolve("usher.mv.db");
        long before = Files.size(file);

        close(source);

        assertThat(Files.size(file)).isLessThan(before / 4);
        assertThat(new Database(source).count("SELECT COUNT(*) FROM note WHERE line >= ?", ""))
                .isEqualTo(ROWS);
        close(source);
    }

    @Test
    void closesADatabaseWithoutAFile() throws Exception {
        var source = new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:mem:none")));

        close(source);

        assertThat(new Database(source).count("SELECT 1")).isEqualTo(1);
    }

    private static void close(DataSource source) throws Exception {
        try (Connection connection = source.getConnection()) {
            EmbeddedFile.close(connection);
        }
    }

    private static DataSource source(Path folder) {
        return new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:file:" + folder.resolve("usher"))));
    }
}
