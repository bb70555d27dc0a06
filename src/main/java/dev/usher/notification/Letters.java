package dev.usher.notification;

import dev.usher.audit.AuditTrail;
import dev.usher.notification.store.LetterStore;
import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A tenant's mail in the outbox, for administrators. <b>Errors:</b> {@link Problem}: 404, 409 {@code mail-is-over}. */
@Stateless
public class Letters {
    private static final int MOST_AT_ONCE = 500;

    @Inject
    private LetterStore store;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** Newest first, older than {@code before}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Letter> page(TenantId tenant, Optional<LetterState> state, Optional<UUID> before, int limit) {
        return store.page(tenant, state, before, limit);
    }

    /** The letter. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Letter read(TenantId tenant, UUID id) {
        return store.find(tenant, id, "").orElseThrow(() -> Problem.notFound("This mail"));
    }

    /** The letter; empty also when it was forgotten, a month after it was over. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Letter> find(TenantId tenant, UUID id) {
        return store.find(tenant, id, "");
    }

    /** How many are in that state. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public long count(TenantId tenant, LetterState state) {
        return store.count(tenant, state);
    }

    /** Why nothing leaves this node; empty where mail can. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<String> stopped() {
        if (settings.mailHost().isEmpty()) {
            return Optional.of("No mail server is configured (USHER_MAIL_HOST); mail waits until there is one.");
        }
        return settings.mailFrom().isEmpty()
                ? Optional.of("No sender is configured (USHER_MAIL_FROM); mail waits until there is one.")
                : Optional.empty();
    }

    /** Tries a dead or waiting one again, now, with as many tries as a new one. */
    public Letter retry(Caller caller, UUID id) {
        return decided(caller, id, LetterState.WAITING, "mail.retried");
    }

    /** Gives a dead or waiting one up for good. */
    public Letter discard(Caller caller, UUID id) {
        return decided(caller, id, LetterState.DISCARDED, "mail.discarded");
    }

    /** Tries the tenant's dead ones again, the newest five hundred; how many. One that another has tried meanwhile is none. */
    public int retryDead(Caller caller) {
        int tried = 0;
        for (Letter each : store.page(caller.tenant(), Optional.of(LetterState.DEAD), Optional.empty(), MOST_AT_ONCE)) {
            Optional<Letter> dead = store.find(caller.tenant(), each.id(), " FOR UPDATE")
                    .filter(fresh -> fresh.state() == LetterState.DEAD);
            dead.ifPresent(fresh -> store.waitAnew(fresh, clock.instant()));
            tried += dead.isPresent() ? 1 : 0;
        }
        if (tried > 0) {
            audit.record(
                    caller.tenant(),
                    caller.name(),
                    "mail.dead-retried",
                    Optional.empty(),
                    JsonParts.object().build(),
                    JsonParts.object().add("mails", tried).build());
        }
        return tried;
    }

    private Letter decided(Caller caller, UUID id, LetterState state, String action) {
        Letter letter = store.find(caller.tenant(), id, " FOR UPDATE").orElseThrow(() -> Problem.notFound("This mail"));
        if (letter.state() != LetterState.DEAD && letter.state() != LetterState.WAITING) {
            throw Problem.conflict(
                    "mail-is-over", "The mail is " + letter.state() + "; nothing is left to do with it.");
        }
        if (state == LetterState.WAITING) {
            store.waitAnew(letter, clock.instant());
        } else {
            store.discard(letter, clock.instant(), "Discarded by an administrator.");
        }
        audit.record(
                caller.tenant(),
                caller.name(),
                action,
                Optional.of(id),
                json(letter, letter.state()),
                json(letter, state));
        return read(caller.tenant(), id);
    }

    private static JsonObject json(Letter letter, LetterState state) {
        var json = JsonParts.object()
                .add("kind", letter.kind().code())
                .add("state", state.name())
                .add("tries", letter.tries());
        letter.user().ifPresent(user -> json.add("userId", user.toString()));
        return json.build();
    }
}
