package dev.usher.platform.store;

import java.sql.Types;
import java.time.Instant;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * What EclipseLink is told beside the persistence unit.
 *
 * <p>It reads the columns of times as text, for {@link TimeConverter}: it would ask the driver what they are, and take a
 * {@code Timestamp} of the JVM's time zone. And it does nothing twice: where a read fails it would ask the same
 * connection for a sign of life and read up to three times more, on other connections, within a transaction whose first
 * half is gone, and for half a minute where the database is away.
 */
public class EntitySession implements SessionCustomizer {
    /** Called by EclipseLink. */
    public EntitySession() {}

    @Override
    public void customize(Session session) throws NoSuchFieldException {
        session.getLogin().setConnectionHealthValidatedOnError(false);
        session.getLogin().setQueryRetryAttemptCount(0);
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            for (DatabaseMapping mapping : descriptor.getMappings()) {
                if (isTime(descriptor.getJavaClass(), mapping.getAttributeName())) {
                    mapping.getField().setSqlType(Types.VARCHAR);
                }
            }
        }
    }

    private static boolean isTime(Class<?> row, String attribute) throws NoSuchFieldException {
        return row.getDeclaredField(attribute).getType() == Instant.class;
    }
}
