package dev.usher.platform;

import java.sql.SQLException;

/** The database cannot be reached, or no connection was free in time: 503 for now, and it may recover alone. */
public final class DatabaseUnavailable extends DatabaseFault {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailable(SQLException cause) {
        super("the database cannot be reached", cause);
    }
}
