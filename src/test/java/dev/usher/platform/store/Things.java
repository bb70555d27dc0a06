package dev.usher.platform.store;

import java.sql.Connection;
import java.sql.SQLException;

/** A table {@code thing} of numbers, for tests of connections. */
final class Things {
    private Things() {}

    static void create(Connection connection) throws SQLException {
        update(connection, "CREATE TABLE thing(id INT PRIMARY KEY)");
    }

    static void insert(Connection connection, int id) throws SQLException {
        update(connection, "INSERT INTO thing VALUES (" + id + ")");
    }

    static void change(Connection connection, int from, int to) throws SQLException {
        update(connection, "UPDATE thing SET id=" + to + " WHERE id=" + from);
    }

    static int count(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT COUNT(*) FROM thing");
                var found = statement.executeQuery()) {
            found.next();
            return found.getInt(1);
        }
    }

    private static void update(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
