package dev.usher.platform.store;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One connection of a data source, given to one caller after another as a pool would. */
public final class KeptConnection {
    private KeptConnection() {}

    /** The source that gives it. */
    public static DataSource of(DataSource source) throws SQLException {
        return of(source, source.getConnection());
    }

    /** The source that gives this connection of that one. */
    public static DataSource of(DataSource source, Connection connection) {
        Connection kept = open(connection);
        return (DataSource) Proxy.newProxyInstance(
                DataSource.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> method.getName().equals("getConnection") && arguments == null
                        ? kept
                        : method.invoke(source, arguments));
    }

    /** Closing does nothing. */
    private static Connection open(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("close") ? null : method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
