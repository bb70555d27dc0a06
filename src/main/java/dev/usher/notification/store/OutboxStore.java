package dev.usher.notification.store;

import dev.usher.notification.LetterState;
import dev.usher.notification.OutboxDepth;
import dev.usher.notification.Topic;
import dev.usher.platform.Database;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** SQL of table outbox. */
@ApplicationScoped
public class OutboxStore {
    private static final int WAITING = 0;
    /** Replies about one mailbox alone, that it is full, say: a code of three digits, then RFC 3463's 4.2. */
    private static final String OF_THE_MAILBOX = "4___4.2.%";

    private static final int MOST_COUNTED = 100_000;
    /** Mails that were tried are few where many wait: the server is asked with one at a time. */
    private static final int LOOKED_AT = 1_000;

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

    /**
     * Of the first that are due, by when it was made: one that is tried again is due later each time, and would look young.
     * What waits for its mailbox alone is no trouble of ours, and left out.
     */
    private Optional<Instant> oldest(Topic topic) {
        return database.one(
                        "SELECT MIN(id) FROM (SELECT id, last_error FROM outbox WHERE topic = ? AND state = ?"
                                + " ORDER BY topic, state, due_at LIMIT " + LOOKED_AT + ") AS first_due"
                                + " WHERE last_error IS NULL OR last_error NOT LIKE ?",
                        row -> row.optionalUuid(1),
                        topic,
                        LetterState.WAITING,
                        OF_THE_MAILBOX)
                .flatMap(id -> id)
                .map(Uuid7::time);
    }

    /** Forgets what waited or was over before that time, the first so many; how many. */
    public int forget(Topic topic, LetterState state, Instant before, int most) {
        List<UUID> old = database.query(
                "SELECT id FROM outbox WHERE topic = ? AND state = ? AND due_at < ? ORDER BY topic, state, due_at LIMIT ?",
                row -> row.uuid(1),
                topic,
                state,
                before,
                most);
        if (!old.isEmpty()) {
            database.update("DELETE FROM outbox WHERE id IN (" + Database.marks(old.size()) + ")", old.toArray());
        }
        return old.size();
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
