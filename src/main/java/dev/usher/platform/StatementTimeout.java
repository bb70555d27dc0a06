package dev.usher.platform;

import java.sql.SQLException;

/** A statement took longer than {@link Database#within} allows and was stopped. */
public final class StatementTimeout extends DatabaseFault {
    private static final long serialVersionUID = 1L;

    StatementTimeout(SQLException cause) {
        super("the statement took too long and was stopped", cause);
    }
}
