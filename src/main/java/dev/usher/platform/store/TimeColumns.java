package dev.usher.platform.store;

import java.sql.Types;
import java.time.Instant;
import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * Makes EclipseLink read the columns of times as text, for {@link TimeConverter}: it would ask the driver what they
 * are, and take a {@code Timestamp} of the JVM's time zone.
 */
public class TimeColumns implements SessionCustomizer {
    /** Called by EclipseLink. */
    public TimeColumns() {}

    @Override
    public void customize(Session session) throws NoSuchFieldException {
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
