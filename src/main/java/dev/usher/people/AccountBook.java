package dev.usher.people;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.Assignments;
import dev.usher.catalog.Licences;
import dev.usher.inventory.Inventory;
import dev.usher.mapping.Mapping;
import dev.usher.mapping.Mappings;
import dev.usher.notification.Activations;
import dev.usher.notification.Outbox;
import dev.usher.notification.Topic;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRow;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.GroupRows;
import dev.usher.people.store.Managers;
import dev.usher.people.store.Memberships;
import dev.usher.people.store.SuggestionRows;
import dev.usher.people.store.ValueRows;
import dev.usher.platform.Uuid7;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.IndexedValue;
import dev.usher.scim.resource.IndexedValues;
import dev.usher.scim.resource.Retyping;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.SchemaUrns;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Writes a person's rows together, in the order of locks: account, group heads, membership, values. The seat is
 * {@link #settle}d as the transaction's last statement, after events. Joins the caller's transaction.
 */
@Dependent
class AccountBook {
    @Inject
    private AccountRows accounts;

    @Inject
    private ValueRows values;

    @Inject
    private GroupRows groups;

    @Inject
    private Memberships memberships;

    @Inject
    private Assignments assignments;

    @Inject
    private Inventory inventory;

    @Inject
    private SuggestionRows suggestions;

    @Inject
    private Managers managers;

    @Inject
    private Licences licences;

    @Inject
    private Outbox outbox;

    @Inject
    private Activations activations;

    @Inject
    private Mappings mappings;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** What is kept of a resource: what the client may write, without what has columns or rows of its own. */
    static ScimResource stored(ScimResource resource) {
        return resource.without(
                "id", "meta", "schemas", "active", "groups", "members", "password", SchemaUrns.ASSIGNMENT);
    }

    /** What is kept of a user: without the server's link to the manager too. At most one statement. */
    ScimResource kept(WriteContext context, ScimResource user) {
        return managers.unlinked(context.tenant(), stored(user));
    }

    /** Somebody new. */
    Account open(WriteContext context, ScimResource resource, Life life, Assignment assignment) {
        ManagedBy managedBy = context.byIdp() ? ManagedBy.IDP : ManagedBy.MANUAL;
        AccountRow row = AccountRow.born(ids.next(), context.caller().connection(), managedBy, life, clock.instant());
        ScimResource document = kept(context, resource);
        accounts.insert(context.tenant(), row, document);
        assignments.assign(context.tenant(), row.id(), assignment);
        values.write(context.tenant(), row.id(), context.numbers(), List.of(), indexed(context, document));
        var account = new Account(row, document, assignment);
        if (life.state().active()) {
            welcome(context, account);
        }
        return account;
    }

    /** The activation mail of somebody who arrived without access and gets it now; as the user is assigned after that. */
    void welcome(WriteContext context, Account before, Account after) {
        boolean first = before.row().neverActive() && after.row().life().state().active();
        if (first && activations.find(context.tenant(), after.row().id()).isEmpty()) {
            welcome(context, after);
        }
    }

    private void welcome(WriteContext context, Account account) {
        boolean asked = account.assignment()
                .mapping()
                .flatMap(mappings.order(context.caller())::find)
                .filter(Mapping::sendActivationEmail)
                .isPresent();
        if (asked) {
            activations.ask(context.tenant(), account.row().id());
        }
    }

    /** Somebody whose row is locked, with another document or life; a manual user's first IdP write adopts it. */
    Account write(WriteContext context, Account before, ScimResource wanted, Life life) {
        TenantId tenant = context.tenant();
        Life past = before.row().life();
        // Who was away while a schema was registered has it as it came: its job passes those whom SCIM does not see.
        ScimResource document = !past.visible() && life.visible()
                ? Retyping.apply(context.registry().custom(wanted.type()), wanted)
                : wanted;
        AccountRow row = before.row().next(life, clock.instant());
        if (adopts(context, before)) {
            row = row.adopted(context.caller().connection());
        }
        boolean edited = !document.equals(before.document());
        accounts.update(tenant, row, document);
        if (past.visible() && !life.visible()) {
            leaveGroups(tenant, row.id());
        }
        if (edited) {
            accounts.updateDocument(tenant, row.id(), document);
        }
        if (past.visible() && !life.visible()) {
            values.clear(tenant, row.id());
        } else if (life.visible() && (edited || !past.visible())) {
            List<IndexedValue> old = past.visible() ? indexed(context, before.document()) : List.of();
            values.write(tenant, row.id(), context.numbers(), old, indexed(context, document));
        }
        return new Account(row, document, before.assignment());
    }

    /** Whether this write makes a manual user the identity provider's. */
    static boolean adopts(WriteContext context, Account account) {
        return context.byIdp() && account.row().managedBy() == ManagedBy.MANUAL;
    }

    /** Forgets somebody: memberships, values, inventory and assignment (which ask the data lock), document and row. */
    void close(WriteContext context, Account account) {
        TenantId tenant = context.tenant();
        UUID id = account.row().id();
        leaveGroups(tenant, id);
        values.clear(tenant, id);
        inventory.forget(tenant, id);
        suggestions.delete(tenant, id);
        activations.forget(tenant, id);
        assignments.remove(tenant, id);
        accounts.delete(tenant, id);
    }

    /** Counts the new user; call it last. */
    void settleNew(TenantId tenant, Life life) {
        if (life.state().active()) {
            licences.change(tenant, life.seatHeld() ? 1 : 0, 0, life.visible() ? 1 : 0);
        } else {
            preserved(tenant, life.seatHeld() ? 1 : 0, 1, life.visible() ? 1 : 0);
        }
    }

    /** Counts a purged user out; call it last. */
    void settleGone(TenantId tenant, Life life) {
        licences.change(tenant, life.seatHeld() ? -1 : 0, life.state().active() ? 0 : -1, life.visible() ? -1 : 0);
    }

    /** Counts the difference between two lives; call it last. No statement where there is none. */
    void settle(TenantId tenant, Life before, Life after) {
        int seats = before.seatsTo(after);
        int preserved = before.preservedTo(after);
        int visible = before.visibleTo(after);
        if (preserved < 0) {
            licences.restore(tenant, seats, preserved, visible);
        } else if (preserved > 0) {
            preserved(tenant, seats, preserved, visible);
        } else if (seats != 0 || visible != 0) {
            licences.change(tenant, seats, preserved, visible);
        }
    }

    /** The same for one of many who were deactivated by mistake: the limit of preserved users does not stop it. */
    void settleUndone(TenantId tenant, Life before, Life after) {
        licences.change(tenant, before.seatsTo(after), before.preservedTo(after), before.visibleTo(after));
    }

    private void preserved(TenantId tenant, int seats, int preserved, int visible) {
        if (licences.preserve(tenant, seats, preserved, visible)) {
            JsonObject notice = JsonParts.object()
                    .add("notice", "preserved-limit")
                    .add(
                            "text",
                            "More users are preserved than the licence allows; nobody is restored until that ends.")
                    .build();
            outbox.add(tenant, Topic.NOTICE, notice);
        }
    }

    /**
     * Out of every group. Which ones is read twice: without a lock to know what to lock, and again under the locks,
     * because others may have taken the user out meanwhile. Nobody can have put it in: its own row is locked.
     */
    private void leaveGroups(TenantId tenant, UUID id) {
        Set<UUID> found = memberships.holding(Memberships.Kind.USERS, tenant, id);
        if (found.isEmpty()) {
            return;
        }
        var inOrder = new TreeSet<UUID>(Memberships::unsigned);
        inOrder.addAll(found);
        groups.lock(tenant, inOrder);
        Set<UUID> left = memberships.holding(Memberships.Kind.USERS, tenant, id);
        groups.lostMember(tenant, left, clock.instant());
        memberships.leave(Memberships.Kind.USERS, tenant, id);
    }

    private static List<IndexedValue> indexed(WriteContext context, ScimResource document) {
        return IndexedValues.of(context.registry(), document);
    }
}
