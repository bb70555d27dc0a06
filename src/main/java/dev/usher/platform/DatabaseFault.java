package dev.usher.platform;

import jakarta.ejb.ApplicationException;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What went wrong in the database, told apart by what a caller can do about it. It rolls the transaction back when it
 * leaves an EJB, and arrives there as itself. Its message never holds a row's values: drivers quote them, and they are
 * people's data; the cause keeps the driver's own words for the log.
 */
@ApplicationException(rollback = true, inherited = true)
public abstract sealed class DatabaseFault extends RuntimeException
        permits DuplicateRow, Contention, DatabaseUnavailable, StatementTimeout, BrokenStatement {
    private static final long serialVersionUID = 1L;

    DatabaseFault(String message, Throwable cause) {
        super(message, cause);
    }

    /** The fault that a driver's exception means. */
    public static DatabaseFault of(SQLException error) {
        return VendorErrors.read(error);
    }

    /** The server could not end the transaction, as when the connection is lost between a statement and the commit. */
    private static DatabaseFault unfinished(Throwable cause) {
        return new DatabaseUnavailable(new SQLException("the transaction was not ended", "08007", cause));
    }

    /** The fault at the bottom of what EclipseLink or the server threw; empty when no SQL error is in it. */
    public static Optional<DatabaseFault> within(Throwable error) {
        Throwable at = error;
        for (int depth = 0; at != null && depth < 20; depth++) {
            if (at instanceof DatabaseFault fault) {
                return Optional.of(fault);
            }
            if (at instanceof SQLException sql) {
                return Optional.of(of(sql));
            }
            if (at instanceof RollbackException
                    || at instanceof SystemException
                    || at instanceof HeuristicMixedException
                    || at instanceof HeuristicRollbackException) {
                return Optional.of(unfinished(at));
            }
            at = at.getCause();
        }
        return Optional.empty();
    }
}
