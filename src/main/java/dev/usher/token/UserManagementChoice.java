package dev.usher.token;

import static java.util.Objects.requireNonNull;

import dev.usher.audit.AuditTrail;
import dev.usher.platform.Problem;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import dev.usher.tenant.UserManagement;
import dev.usher.token.store.TokenStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongPredicate;

/**
 * Chooses where a tenant's users come from, and does to its tokens what follows. It lives beside the tokens because they
 * are what a choice stops, suspends or brings back.
 */
@Stateless
public class UserManagementChoice {
    /** What a choice stops, in sentences, and how many users and live tokens the tenant has. */
    public record Impact(UserManagement from, UserManagement to, List<String> stops, long users, long tokens) {
        public Impact {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
            stops = List.copyOf(stops);
        }
    }

    @Inject
    private Tenants tenants;

    @Inject
    private TokenStore tokens;

    @Inject
    private AuditTrail audit;

    @Inject
    private Clock clock;

    /**
     * Makes the choice. Choosing what is chosen already changes nothing.
     *
     * <p><b>Errors:</b> 412 where {@code admits} refuses the tenant's version; 409 {@code confirmation-required} with {@code stops}, {@code users} and {@code tokens} while it
     * is not confirmed; 409 {@code directory-import-missing} for DIRECTORY.
     */
    public Tenant choose(TenantId id, LongPredicate admits, UserManagement chosen, boolean confirmed, String actor) {
        Tenant before = tenants.lock(id);
        if (!admits.test(before.version())) {
            throw Problem.changed("The tenant was changed since it was read.");
        }
        possible(chosen);
        if (before.management() == chosen) {
            return before;
        }
        Instant now = clock.instant();
        if (!confirmed) {
            throw unconfirmed(before, chosen, now);
        }
        if (suspensionRanOut(before, now)) {
            // They must not come back with the choice.
            tokens.endAll(id, before.managementAt().plus(KnownToken.SUSPENSION));
        }
        Tenant after = tenants.manageBy(id, chosen);
        audit.record(id, actor, "tenant.user-management-changed", Optional.empty(), json(before), json(after));
        return after;
    }

    /** What a choice would stop, without making it. Two statements. <b>Errors:</b> 409 {@code directory-import-missing}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Impact impact(Tenant tenant, UserManagement chosen) {
        possible(chosen);
        return impact(tenant, chosen, clock.instant());
    }

    private static void possible(UserManagement chosen) {
        if (chosen == UserManagement.DIRECTORY) {
            throw Problem.conflict(
                    "directory-import-missing",
                    "This version has no import from a directory. Choose SCIM, or MANUAL to manage users by hand.");
        }
    }

    /** Whether the tokens that waited for SCIM have ended, though their rows do not say so. */
    private static boolean suspensionRanOut(Tenant tenant, Instant now) {
        return tenant.management() != UserManagement.SCIM
                && !now.isBefore(tenant.managementAt().plus(KnownToken.SUSPENSION));
    }

    private Impact impact(Tenant before, UserManagement chosen, Instant now) {
        long live = suspensionRanOut(before, now) ? 0 : tokens.live(before.id(), now);
        long users = tenants.counts(before.id()).visibleUsers();
        return new Impact(before.management(), chosen, stops(before.management(), chosen, live), users, live);
    }

    private Problem unconfirmed(Tenant before, UserManagement chosen, Instant now) {
        Impact impact = impact(before, chosen, now);
        List<String> stops = impact.stops();
        return new Problem(
                409,
                "confirmation-required",
                "Confirm the change of user management",
                "User management changes from " + before.management() + " to " + chosen + ". " + String.join(" ", stops)
                        + " Send it again with \"confirmed\": true.",
                Map.of(
                        "from", before.management().name(),
                        "to", chosen.name(),
                        "stops", stops,
                        "users", impact.users(),
                        "tokens", impact.tokens()));
    }

    private static List<String> stops(UserManagement from, UserManagement to, long liveTokens) {
        var stops = new ArrayList<String>();
        if (from == UserManagement.SCIM) {
            stops.add("Identity providers can no longer create, change or deactivate users: " + liveTokens
                    + " token(s) are suspended at once and end after " + KnownToken.SUSPENSION.toDays() + " days.");
        }
        if (to == UserManagement.SCIM) {
            stops.add("AD or LDAP can no longer be used to manage users.");
            stops.add("Users made by hand stay, and belong to the identity provider once it writes them.");
        }
        if (to == UserManagement.MANUAL) {
            stops.add("Users stay as they are and are managed by administrators.");
        }
        return stops;
    }

    private static JsonObject json(Tenant tenant) {
        return Json.createObjectBuilder()
                .add("userManagement", tenant.management().name())
                .build();
    }
}
