package dev.usher.platform;

import java.sql.SQLException;

/** Any other refusal of the database: a defect of ours (bad SQL, a value that no column takes), so a 500. */
public final class BrokenStatement extends DatabaseFault {
    private static final long serialVersionUID = 1L;

    BrokenStatement(SQLException cause) {
        super(
                "the database refused a statement (SQL state " + cause.getSQLState() + ", code " + cause.getErrorCode()
                        + ")",
                cause);
    }
}
