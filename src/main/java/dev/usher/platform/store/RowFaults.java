package dev.usher.platform.store;

import dev.usher.platform.DatabaseFault;
import java.sql.SQLException;
import org.eclipse.persistence.exceptions.ExceptionHandler;
import org.eclipse.persistence.exceptions.OptimisticLockException;

/**
 * Makes what goes wrong with an entity the same {@link DatabaseFault} that native SQL throws, so that callers need not
 * know which of the two a store uses. A row that another transaction changed since it was read is contention.
 *
 * <p>EclipseLink sends no batches ({@code batch-writing} is off): their failures would come past this class.
 */
public class RowFaults implements ExceptionHandler {
    private static final String SERIALIZATION_FAILURE = "40001";

    /** Called by EclipseLink. */
    public RowFaults() {}

    @Override
    public Object handleException(RuntimeException error) {
        if (error instanceof OptimisticLockException) {
            throw DatabaseFault.of(
                    new SQLException("the row was changed since it was read", SERIALIZATION_FAILURE, error));
        }
        throw DatabaseFault.within(error).map(RuntimeException.class::cast).orElse(error);
    }
}
