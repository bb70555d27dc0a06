package dev.usher.people;

import dev.usher.audit.AuditTrail;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.HoldRows;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Optional;

/** Legal holds: while one is placed, nobody purges the person. <b>Errors:</b> 404; 409 {@code legal-hold}. */
@Stateless
public class LegalHolds {
    private static final int LONGEST_REASON = 500;

    @Inject
    private HoldRows rows;

    @Inject
    private AccountRows accounts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /** The hold, if there is one. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<LegalHold> find(TenantId tenant, UserId user) {
        return rows.find(tenant, user.value());
    }

    /** Places a hold; one that is there stays as it is. */
    public LegalHold place(Caller caller, UserId user, String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Problem.field("reason", "A reason has 1 to " + LONGEST_REASON + " characters.");
        }
        lock(caller, user);
        Optional<LegalHold> present = rows.find(caller.tenant(), user.value());
        if (present.isPresent()) {
            return present.get();
        }
        var hold = new LegalHold(user, reason, caller.name(), clock.instant());
        rows.insert(caller.tenant(), hold);
        record(caller, "legal-hold.placed", user, JsonValue.EMPTY_JSON_OBJECT, json(hold));
        return hold;
    }

    /** Lifts the hold. */
    public void lift(Caller caller, UserId user) {
        lock(caller, user);
        LegalHold hold = rows.find(caller.tenant(), user.value())
                .orElseThrow(() -> Problem.notFound("A legal hold on this user"));
        rows.delete(caller.tenant(), user.value());
        record(caller, "legal-hold.lifted", user, json(hold), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Refuses to purge whom a hold keeps; the caller has locked the person's row. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void permitPurge(TenantId tenant, UserId user) {
        if (rows.find(tenant, user.value()).isPresent()) {
            throw Problem.conflict("legal-hold", "The user is under legal hold and cannot be purged.");
        }
    }

    private void lock(Caller caller, UserId user) {
        if (accounts.lock(caller.tenant(), user.value()).isEmpty()) {
            throw Problem.notFound("This user");
        }
    }

    private void record(Caller caller, String action, UserId user, JsonObject before, JsonObject after) {
        audit.record(caller.tenant(), caller.name(), action, Optional.of(user.value()), before, after);
    }

    private static JsonObject json(LegalHold hold) {
        return JsonParts.object().add("reason", hold.reason()).build();
    }
}
