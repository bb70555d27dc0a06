package dev.usher.notification.store;

import dev.usher.notification.Letter;
import dev.usher.notification.LetterState;
import dev.usher.notification.MailKind;
import dev.usher.notification.Topic;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The outbox's rows that are mail. A claim's time is the database's, so that nodes whose clocks differ agree; when a row
 * is due is Java's.
 */
@ApplicationScoped
public class LetterStore {
    private static final int LONGEST_REASON = 500;
    private static final String SELECT =
            "SELECT tenant_no, id, topic, subject_id, body, due_at, tries, state, done_at," + " last_error FROM outbox";
    private static final String UNTIL = "TIMESTAMPADD(SECOND, ?, LOCALTIMESTAMP(6))";

    @Inject
    private Database database;

    /** Claims the due ones of a topic that nobody has, longest due first. */
    public List<Letter> claim(Topic topic, UUID claim, Instant now, Duration length, int most) {
        List<UUID> free = database.query(
                "SELECT id FROM outbox WHERE topic = ? AND state = ? AND due_at <= ?"
                        + " AND (claimed_until IS NULL OR claimed_until <= LOCALTIMESTAMP(6))"
                        + " ORDER BY topic, state, due_at LIMIT ? FOR UPDATE SKIP LOCKED",
                row -> row.uuid(1),
                topic,
                LetterState.WAITING,
                now,
                most);
        if (free.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(claim, length.toSeconds()));
        parameters.addAll(free);
        String ids = " WHERE id IN (" + Database.marks(free.size()) + ")";
        database.update("UPDATE outbox SET claimed_by = ?, claimed_until = " + UNTIL + ids, parameters.toArray());
        return database.query(SELECT + ids + " ORDER BY due_at", LetterStore::read, free.toArray());
    }

    /** One more try, and the claim for as long again; false when the claim was lost. */
    public boolean begin(UUID id, UUID claim, Duration length) {
        return database.update(
                        "UPDATE outbox SET tries = tries + 1, claimed_until = " + UNTIL
                                + " WHERE id = ? AND claimed_by = ? AND state = ?",
                        length.toSeconds(),
                        id,
                        claim,
                        LetterState.WAITING)
                == 1;
    }

    /** How the claim ended; false when it was lost. {@code done} is empty while the letter waits. */
    public boolean end(UUID id, UUID claim, LetterState state, Instant due, Optional<Instant> done, String reason) {
        return database.update(
                        "UPDATE outbox SET state = ?, due_at = ?, done_at = ?, last_error = ?, claimed_by = NULL,"
                                + " claimed_until = NULL WHERE id = ? AND claimed_by = ? AND state = ?",
                        state,
                        due,
                        done,
                        reason(reason),
                        id,
                        claim,
                        LetterState.WAITING)
                == 1;
    }

    /** Gives back what was claimed and not begun. */
    public void release(UUID claim, List<UUID> ids) {
        var parameters = new ArrayList<Object>(ids);
        parameters.add(claim);
        database.update(
                "UPDATE outbox SET claimed_by = NULL, claimed_until = NULL WHERE id IN (" + Database.marks(ids.size())
                        + ") AND claimed_by = ?",
                parameters.toArray());
    }

    /** {@code clause} is empty or a locking clause. */
    public Optional<Letter> find(TenantId tenant, UUID id, String clause) {
        return database.one(
                SELECT + " WHERE id = ? AND tenant_no = ? AND topic IN (?, ?)" + clause,
                LetterStore::read,
                id,
                tenant.number(),
                Topic.ACTIVATION_MAIL,
                Topic.NOTICE);
    }

    /** Newest first, older than {@code before}. */
    public List<Letter> page(TenantId tenant, Optional<LetterState> state, Optional<UUID> before, int limit) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), Topic.ACTIVATION_MAIL, Topic.NOTICE));
        state.ifPresent(parameters::add);
        before.ifPresent(parameters::add);
        parameters.add(limit);
        return database.query(
                SELECT + " WHERE tenant_no = ? AND topic IN (?, ?)"
                        + (state.isPresent() ? " AND state = ?" : "")
                        + (before.isPresent() ? " AND id < ?" : "")
                        + " ORDER BY id DESC LIMIT ?",
                LetterStore::read,
                parameters.toArray());
    }

    public long count(TenantId tenant, LetterState state) {
        return database.count(
                "SELECT COUNT(*) FROM outbox WHERE tenant_no = ? AND topic IN (?, ?) AND state = ?",
                tenant.number(),
                Topic.ACTIVATION_MAIL,
                Topic.NOTICE,
                state);
    }

    /** A locked one waits anew. Whoever is sending it at this moment keeps the claim. */
    public void waitAnew(Letter letter, Instant now) {
        database.update(
                "UPDATE outbox SET state = ?, tries = 0, due_at = ?, done_at = NULL, last_error = NULL WHERE id = ?",
                LetterState.WAITING,
                now,
                letter.id());
    }

    /** A locked one is over: whoever had claimed it finds the claim lost. */
    public void discard(Letter letter, Instant now, String reason) {
        database.update(
                "UPDATE outbox SET state = ?, due_at = ?, done_at = ?, last_error = ?, claimed_by = NULL,"
                        + " claimed_until = NULL WHERE id = ?",
                LetterState.DISCARDED,
                now,
                now,
                reason(reason),
                letter.id());
    }

    private static Letter read(Row row) {
        JsonObject body = JsonText.trusted(row.text(5));
        boolean activation = row.constant(3, Topic.class) == Topic.ACTIVATION_MAIL;
        return new Letter(
                new TenantId(row.integer(1)),
                row.uuid(2),
                activation
                        ? MailKind.ACTIVATION
                        : MailKind.of(body.getString("notice", "")).orElse(MailKind.NOTICE),
                row.optionalUuid(4),
                Optional.of(body.getString("to", "")).filter(to -> !to.isEmpty()),
                row.constant(8, LetterState.class),
                row.integer(7),
                row.instant(6),
                row.optionalInstant(9),
                row.optionalText(10).orElse(""),
                body);
    }

    private static Optional<String> reason(String text) {
        return Optional.of(text.substring(0, Math.min(text.length(), LONGEST_REASON)))
                .filter(reason -> !reason.isEmpty());
    }
}
