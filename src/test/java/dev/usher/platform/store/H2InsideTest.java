package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.Database;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class H2InsideTest {
    @Test
    void endsACommitThatACrashCutShort(@TempDir Path folder) throws Exception {
        cut(folder);
        var source = new DriverSource(Settings.with(Map.of(Setting.DB_URL, "jdbc:h2:file:" + folder.resolve("cut"))));

        var database = new Database(source);

        assertThat(database.count("SELECT n FROM counter")).isEqualTo(2);
        database.update("UPDATE counter SET n=n+1"); // for ever, where the row is still locked
        assertThat(database.count("SELECT n FROM counter WHERE n=?", 3)).isEqualTo(3);
        database.update("SHUTDOWN");
    }

    /** A file as it is where the process ends after a commit was marked and before it was applied. */
    private static void cut(Path folder) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + folder.resolve("usher") + ";WRITE_DELAY=0;DATABASE_TO_LOWER=TRUE", "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE counter (n BIGINT NOT NULL)");
            statement.execute("INSERT INTO counter (n) VALUES (1)");
            connection.setAutoCommit(false);
            statement.executeUpdate("UPDATE counter SET n=2");
            var session = (SessionLocal) ((JdbcConnection) connection).getSession();
            var marked = TransactionStore.class.getDeclaredMethod("markUndoLogAsCommitted", int.class, long.class);
            marked.setAccessible(true);
            marked.invoke(
                    session.getDatabase().getStore().getTransactionStore(),
                    session.getTransaction().getId(),
                    1L);
            session.getDatabase().getStore().getMvStore().commit();
            Files.copy(folder.resolve("usher.mv.db"), folder.resolve("cut.mv.db"));
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }
}
