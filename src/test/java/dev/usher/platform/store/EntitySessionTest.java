package dev.usher.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import jakarta.persistence.Persistence;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class EntitySessionTest {
    private final AtomicInteger statements = new AtomicInteger();
    private boolean away;

    /** As EclipseLink knows MySQL, where it would ask for a sign of life and read again. */
    @Test
    void readsOnceFromADatabaseThatIsAway() {
        DataSource real = new DriverSource(Settings.with(
                Map.of(Setting.DB_URL, "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=MySQL;DB_CLOSE_DELAY=-1")));
        Migrations.migrate(real);
        Map<String, Object> settings = Map.of(
                "jakarta.persistence.transactionType",
                "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource",
                "",
                "jakarta.persistence.nonJtaDataSource",
                breakable(real),
                "eclipselink.target-server",
                "None",
                "eclipselink.target-database",
                "MySQL");
        try (var factory = Persistence.createEntityManagerFactory("usher", settings);
                var manager = factory.createEntityManager()) {
            var query = manager.createQuery("SELECT p FROM ProfileRow p");
            assertThat(query.getResultList()).isEmpty();
            away = true;
            statements.set(0);

            assertThatThrownBy(query::getResultList).hasRootCauseInstanceOf(SQLException.class);

            assertThat(statements).hasValue(1);
        }
    }

    private DataSource breakable(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                result -> result instanceof Connection connection
                        ? proxy(Connection.class, connection, statement -> statement)
                        : result);
    }

    private <T> T proxy(Class<T> type, T real, UnaryOperator<Object> wrap) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")
                            || method.getName().equals("createStatement")) {
                        statements.incrementAndGet();
                        if (away) {
                            throw new SQLException("gone", "08S01");
                        }
                    }
                    try {
                        Object result = method.invoke(real, arguments);
                        return result == null ? null : wrap.apply(result);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
