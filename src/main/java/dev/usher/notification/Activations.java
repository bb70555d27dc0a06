package dev.usher.notification;

import dev.usher.notification.store.ActivationStore;
import dev.usher.notification.store.ActivationStore.Issued;
import dev.usher.notification.store.LetterStore;
import dev.usher.notification.store.OutboxStore;
import dev.usher.platform.BearerSecret;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Activation of new users: asking for the mail, and redeeming a code out of it, once. Each try to send a letter has a code
 * of its own, so that whichever copy arrives works; redeeming one, or a newer letter, ends them all.
 *
 * <p><b>Transaction:</b> what changes joins the caller's, who holds the lock of the user's row; locks the activation, then
 * the letter. <b>Errors:</b> {@link Problem}: 404 {@code activation-code-unknown}, 410 {@code activation-code-expired} or
 * {@code -replaced}, 409 {@code activation-code-used}, {@code already-activated}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Activations {
    /** How codes begin. */
    public static final String PREFIX = "usc_";

    private static final String EMPTY = "{}";

    @Inject
    private ActivationStore store;

    @Inject
    private OutboxStore outbox;

    @Inject
    private LetterStore letters;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** A mail for a user who is new. Two statements. */
    public void ask(TenantId tenant, UUID user) {
        UUID letter = letter(tenant, user);
        store.insert(tenant, user, letter, clock.instant());
    }

    /** Another mail, for a user who may have had one: its codes are the only ones that hold. Gives the letter's id. */
    public UUID askAgain(TenantId tenant, UUID user) {
        Optional<Activation> before = store.find(tenant, user, " FOR UPDATE");
        if (before.flatMap(Activation::redeemed).isPresent()) {
            throw Problem.conflict("already-activated", "The user has redeemed a code already.");
        }
        UUID letter = letter(tenant, user);
        if (before.isEmpty()) {
            store.insert(tenant, user, letter, clock.instant());
            return letter;
        }
        letters.find(tenant, before.get().letter(), " FOR UPDATE")
                .filter(old -> old.state() == LetterState.WAITING || old.state() == LetterState.DEAD)
                .ifPresent(old -> letters.discard(old, clock.instant(), Activation.REPLACED));
        store.replace(tenant, user, letter, clock.instant());
        return letter;
    }

    /** Where the user's activation stands; empty for whom no mail was ever asked. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Activation> find(TenantId tenant, UUID user) {
        return store.find(tenant, user, "");
    }

    /** Whose code it is, whether or not it still holds; read without locks, {@link #redeem} decides. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public UUID holder(TenantId tenant, String code) {
        return issued(tenant, code).user();
    }

    /** Whether the code would be redeemed now, whichever tenant's it is. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean holds(String code) {
        Optional<BearerSecret> secret = BearerSecret.parse(PREFIX, code);
        Optional<TenantId> tenant = secret.flatMap(known -> store.tenantOf(known.sha256()));
        return tenant.flatMap(of -> secret.flatMap(known -> store.code(of, known.sha256()))
                        .filter(issued -> issued.expires().isAfter(clock.instant()))
                        .flatMap(issued -> store.find(of, issued.user(), "")
                                .filter(now -> now.letter().equals(issued.letter()))))
                .filter(now -> now.redeemed().isEmpty())
                .isPresent();
    }

    /** Redeems the code; the caller holds the lock of the row of its {@link #holder}. */
    public Activation redeem(Caller caller, String code) {
        Issued issued = issued(caller.tenant(), code);
        Activation now =
                store.find(caller.tenant(), issued.user(), " FOR UPDATE").orElseThrow(Activations::unknown);
        if (now.redeemed().isPresent()) {
            throw Problem.conflict("activation-code-used", "The code was redeemed already; it works once.");
        }
        if (!now.letter().equals(issued.letter())) {
            throw gone("activation-code-replaced", "A newer activation mail was sent; only its code works.");
        }
        Instant at = clock.instant();
        if (!issued.expires().isAfter(at)) {
            throw gone("activation-code-expired", "The code has expired; an administrator can send a new mail.");
        }
        store.redeemed(caller.tenant(), issued.user(), caller.name(), at);
        return new Activation(now.user(), now.letter(), now.asked(), Optional.of(at), Optional.of(caller.name()));
    }

    /** Forgets a purged user's. */
    public void forget(TenantId tenant, UUID user) {
        store.delete(tenant, user);
    }

    private UUID letter(TenantId tenant, UUID user) {
        UUID id = ids.next();
        outbox.insert(tenant, id, Topic.ACTIVATION_MAIL, Optional.of(user), EMPTY, clock.instant());
        return id;
    }

    private Issued issued(TenantId tenant, String code) {
        return BearerSecret.parse(PREFIX, code)
                .flatMap(secret -> store.code(tenant, secret.sha256()))
                .orElseThrow(Activations::unknown);
    }

    private static Problem unknown() {
        return new Problem(
                404,
                "activation-code-unknown",
                "Not found",
                "There is no such code in this tenant: it is mistyped, or its user was purged.",
                Map.of());
    }

    private static Problem gone(String code, String detail) {
        return new Problem(410, code, "Gone", detail, Map.of());
    }
}
