package dev.usher.platform.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Closes H2's file. Each commit writes the pages that it touched anew, and while H2 runs with {@code WRITE_DELAY=0} nothing
 * gathers those that still count: after many commits a file has a hundred times the size of what is in it. Closing alone
 * leaves it so; what is small enough to be written in seconds is therefore written anew. Whatever ends the process
 * meanwhile, H2 finds the file as it was or as it is to be.
 */
final class EmbeddedFile {
    /** So much is written anew within seconds; nobody should wait longer for a stop. */
    private static final long MOST_BYTES = 128L << 20;

    /** A file that is mostly in use is left as it is. */
    private static final int WASTEFUL = 2;

    private EmbeddedFile() {}

    /** The connection is of no use afterwards, nor is any other to this database. */
    static void close(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(wasteful(statement) ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        }
    }

    private static boolean wasteful(Statement statement) throws SQLException {
        long size = info(statement, "FILE_SIZE");
        long used = size * info(statement, "CHUNKS_FILL_RATE") / 100;
        return used <= MOST_BYTES && used * WASTEFUL < size;
    }

    /** 0 where the database has no file. */
    private static long info(Statement statement, String name) throws SQLException {
        try (ResultSet found = statement.executeQuery(
                "SELECT setting_value FROM information_schema.settings WHERE setting_name='info." + name + "'")) {
            return found.next() ? Long.parseLong(found.getString(1)) : 0;
        }
    }
}
