package dev.usher.administrator;

import dev.usher.administrator.store.AdministratorStore;
import dev.usher.audit.AuditTrail;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The administrators of a tenant, or of the platform where the tenant is empty. Nobody locks himself out: the own role
 * cannot be changed, nor can the one who acts be disabled or removed.
 */
@Stateless
public class Administrators {
    @Inject
    private AdministratorStore store;

    @Inject
    private AuditTrail audit;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** Adds one. <b>Errors:</b> 409 {@code name-taken} by anybody in any tenant: people sign in by name alone. */
    public Administrator add(NewAdministrator added, String actor) {
        var administrator = new Administrator(
                new AdministratorId(ids.next()),
                added.tenant(),
                added.name().strip(),
                added.email().filter(address -> !address.isEmpty()),
                added.role(),
                false,
                Optional.empty(),
                Optional.empty(),
                clock.instant(),
                0);
        try {
            store.insert(
                    administrator,
                    AdministratorName.key(administrator.name()).bytes(),
                    added.password().stored());
        } catch (DuplicateRow e) {
            throw Problem.conflict("name-taken", "An administrator of this name exists already.");
        }
        record(administrator, actor, "administrator.added", JsonValue.EMPTY_JSON_OBJECT, json(administrator));
        return administrator;
    }

    /** A page by id. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Administrator> page(Optional<TenantId> tenant, Optional<AdministratorId> after, int limit) {
        return store.page(tenant, after, limit);
    }

    /** One of the tenant, or of the platform. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Administrator> find(Optional<TenantId> tenant, AdministratorId id) {
        return store.find(tenant, id);
    }

    /**
     * Changes one; a changed role, password or disabling ends the sessions and remembered passwords on every node. The
     * same changes nothing, but for the end of a lock-out.
     * {@code expected} is the version that the change was made for; empty for any.
     *
     * <p><b>Errors:</b> 404; 412; 409 {@code own-account}, {@code last-platform-administrator}.
     */
    public Administrator change(
            Optional<TenantId> tenant,
            AdministratorId id,
            AdministratorChange change,
            OptionalLong expected,
            AdminIdentity actor) {
        Administrator before = locked(tenant, id, expected);
        Role role = change.role().orElse(before.role());
        NewAdministrator.checkRole(tenant, role);
        boolean disabled = change.disabled().orElse(before.disabled());
        if (disabled || role != before.role()) {
            refuseOnSelf(before, actor);
        }
        if (disabled && !before.disabled()) {
            refuseOnLast(before);
        }
        var after = new Administrator(
                id,
                tenant,
                before.name(),
                (change.email().isPresent() ? change.email() : before.email()).filter(address -> !address.isEmpty()),
                role,
                disabled,
                Optional.empty(),
                before.lastSignInAt(),
                before.createdAt(),
                before.version() + 1);
        if (change.password().isEmpty()
                && before.lockedUntil().isEmpty()
                && json(before).equals(json(after))) {
            return before;
        }
        store.change(after, change.password().map(PasswordHash::stored), change.endsSessions());
        record(
                after,
                actor.actor(),
                change.password().isPresent() ? "administrator.password-set" : "administrator.changed",
                json(before),
                json(after));
        return after;
    }

    /** Removes one with all sessions. <b>Errors:</b> as {@link #change}. */
    public void remove(Optional<TenantId> tenant, AdministratorId id, OptionalLong expected, AdminIdentity actor) {
        Administrator before = locked(tenant, id, expected);
        refuseOnSelf(before, actor);
        refuseOnLast(before);
        store.delete(id);
        record(before, actor.actor(), "administrator.removed", json(before), JsonValue.EMPTY_JSON_OBJECT);
    }

    /**
     * Sets an own new password; whoever calls has verified the old one. It ends every session, so the answer is what a
     * new one begins with.
     */
    public SignInAnswer.Known changeOwnPassword(AdministratorId id, AdminIdentity self, PasswordHash password) {
        var change =
                new AdministratorChange(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(password));
        Administrator after = change(self.tenant(), id, change, OptionalLong.empty(), self);
        return store.credential(AdministratorName.key(after.name()).bytes())
                .map(Credential::known)
                .orElseThrow();
    }

    private Administrator locked(Optional<TenantId> tenant, AdministratorId id, OptionalLong expected) {
        Administrator found = store.lock(tenant, id).orElseThrow(() -> Problem.notFound("This administrator"));
        if (expected.isPresent() && expected.getAsLong() != found.version()) {
            throw Problem.changed("The administrator was changed since it was read.");
        }
        return found;
    }

    private static void refuseOnSelf(Administrator target, AdminIdentity actor) {
        if (!actor.apiKey() && actor.name().equals(target.name())) {
            throw Problem.conflict(
                    "own-account", "Your own account cannot be disabled, removed or given another role.");
        }
    }

    private void refuseOnLast(Administrator target) {
        if (target.tenant().isEmpty() && !target.disabled() && store.lockPlatform() <= 1) {
            throw Problem.conflict("last-platform-administrator", "One platform administrator must remain.");
        }
    }

    private void record(Administrator administrator, String actor, String action, JsonObject before, JsonObject after) {
        Optional<UUID> target = Optional.of(administrator.id().value());
        audit.record(administrator.tenant().orElse(TenantId.PLATFORM), actor, action, target, before, after);
    }

    private static JsonObject json(Administrator administrator) {
        var json = Json.createObjectBuilder()
                .add("name", administrator.name())
                .add("role", administrator.role().name())
                .add("disabled", administrator.disabled());
        administrator.email().ifPresent(email -> json.add("email", email));
        return json.build();
    }
}
