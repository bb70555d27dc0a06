package dev.usher.notification.store;

import dev.usher.notification.LetterState;
import dev.usher.notification.OutboxDepth;
import dev.usher.notification.Topic;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** SQL of table outbox. */
@ApplicationScoped
public class OutboxStore {
    private static final int WAITING = 0;
    private static final int MOST_COUNTED = 100_000;

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

    /** Of mails: what waits for a change feed is kept, not stuck. */
    public OutboxDepth depth() {
        return new OutboxDepth(
                count(LetterState.WAITING),
                count(LetterState.DEAD),
                Stream.of(Topic.ACTIVATION_MAIL, Topic.NOTICE)
                        .flatMap(topic -> oldest(topic).stream())
                        .min(Comparator.naturalOrder()));
    }

    private Optional<Instant> oldest(Topic topic) {
        return database.one(
                "SELECT due_at FROM outbox WHERE topic = ? AND state = ? ORDER BY topic, state, due_at LIMIT 1",
                row -> row.instant(1),
                topic,
                LetterState.WAITING);
    }

    private long count(LetterState state) {
        return database.count(
                "SELECT COUNT(*) FROM (SELECT 1 AS one FROM outbox WHERE topic IN (?, ?) AND state = ? LIMIT "
                        + MOST_COUNTED + ") AS found",
                Topic.ACTIVATION_MAIL,
                Topic.NOTICE,
                state);
    }
}
