package dev.usher.notification.store;

import dev.usher.notification.Topic;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** SQL of table outbox. */
@ApplicationScoped
public class OutboxStore {
    private static final int WAITING = 0;

    @Inject
    private Database database;

    public void insert(TenantId tenant, UUID id, Topic topic, Optional<UUID> subject, String body, Instant due) {
        database.update(
                "INSERT INTO outbox (id, tenant_no, topic, subject_id, body, due_at, tries, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
                id,
                tenant.number(),
                topic,
                subject,
                body,
                due,
                WAITING);
    }
}
