package dev.usher.tenant;

import dev.usher.platform.Problem;
import dev.usher.tenant.store.TenantStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * The tenants and what is set for them.
 *
 * <p><b>Transaction:</b> changes join the one of whoever audits them; reading needs none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Tenants {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
    private static final int LONGEST_DISPLAY_NAME = 200;

    @Inject
    private TenantStore store;

    @Inject
    private Clock clock;

    /**
     * Makes a tenant with one connection, unlimited seats, the provisioning API on and manual user management. The
     * unique key decides about the name: a taken one is a {@link dev.usher.platform.DuplicateRow}.
     *
     * <p><b>Errors:</b> 400 for a name that is no host name's label in lower case.
     */
    public Tenant create(String name, String displayName) {
        if (!NAME.matcher(name).matches()) {
            throw Problem.invalid(
                    "A tenant's name is 1 to 63 of a-z, 0-9 and '-', and neither begins nor ends with '-'.");
        }
        return store.insert(name, checkedDisplayName(displayName), clock.instant());
    }

    /** The tenant of that name. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Tenant> find(String name) {
        return NAME.matcher(name).matches() ? store.find(name) : Optional.empty();
    }

    /** The tenant of that number, which must exist. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Tenant read(TenantId tenant) {
        return store.read(tenant);
    }

    /** The tenant, locked until the transaction ends: changes of its settings and tokens happen one after another. */
    public Tenant lock(TenantId tenant) {
        return store.lock(tenant);
    }

    /** A page by name, after {@code after}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Tenant> page(Optional<String> after, int limit) {
        return store.page(after, limit);
    }

    /** Seats and what was counted with each change of a user. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TenantCounts counts(TenantId tenant) {
        return store.counts(tenant);
    }

    /** Which versions the tenant's caches must have. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CacheVersions versions(TenantId tenant) {
        return read(tenant).versions();
    }

    /** The same caller with the versions of this moment: a request may take long, and each part of it goes by its own. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Caller now(Caller caller) {
        return new Caller(
                caller.tenant(), caller.connection(), caller.kind(), caller.name(), versions(caller.tenant()));
    }

    /** Changes what an administrator may set; {@link #lock} first. Gives the tenant as it is then. */
    public Tenant change(TenantId tenant, TenantChange change) {
        change.displayName().ifPresent(Tenants::checkedDisplayName);
        return store.change(tenant, change);
    }

    /** Limits the seats, or takes the limit off. Fewer than are used is allowed: nobody loses a seat by it. */
    public void limitSeats(TenantId tenant, OptionalLong seats) {
        if (seats.isPresent() && seats.getAsLong() < 0) {
            throw Problem.invalid("licence.seats is null or a whole number from 0.");
        }
        store.limitSeats(tenant, seats);
    }

    /** Limits how many users may be preserved before restores stop, or takes the limit off. */
    public void limitPreserved(TenantId tenant, OptionalLong users) {
        if (users.isPresent() && users.getAsLong() < 0) {
            throw Problem.invalid("licence.preservedLimit is null or a whole number from 0.");
        }
        store.limitPreserved(tenant, users);
    }

    /** Chooses where the tenant's users come from, as of now. */
    public Tenant manageBy(TenantId tenant, UserManagement management) {
        return store.manageBy(tenant, management, clock.instant());
    }

    /** The mapping order, or a name shown with it, changed. */
    public void touchOrder(TenantId tenant) {
        store.touch(tenant, "order_version", clock.instant());
    }

    /** The tenant's SCIM schemas changed. */
    public void touchSchema(TenantId tenant) {
        store.touch(tenant, "schema_version", clock.instant());
    }

    /** Which group is in which changed. */
    public void touchNesting(TenantId tenant) {
        store.touch(tenant, "nesting_version", clock.instant());
    }

    private static String checkedDisplayName(String displayName) {
        if (displayName.isBlank() || displayName.length() > LONGEST_DISPLAY_NAME) {
            throw Problem.invalid("displayName has 1 to " + LONGEST_DISPLAY_NAME + " characters.");
        }
        return displayName;
    }
}
