package dev.usher.people;

import dev.usher.people.store.GroupRow;
import dev.usher.people.store.GroupRows;
import dev.usher.people.store.Memberships;
import dev.usher.scim.error.ScimException;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Locks who is to join a group before the group itself, in the order of locks: users by id, then group heads by id. So
 * nobody can be deleted while joining, and the answer to "who is that" stays true.
 */
@Dependent
class Joining {
    @Inject
    private Memberships memberships;

    @Inject
    private GroupRows groups;

    /** Those who join, users and groups apart, and the head of the group they join; empty for a new one. */
    record Joiners(Set<UUID> users, Set<UUID> groups, Optional<GroupRow> head) {
        int size() {
            return users.size() + groups.size();
        }
    }

    /** Joiners of a new group. */
    Joiners lock(TenantId tenant, Collection<String> members) {
        return locked(tenant, parsed(members), Optional.empty());
    }

    /**
     * Joiners of a group, and its head. Errors: 404 where there is no such group; 400 {@code invalidValue} names the
     * first member that is nobody.
     */
    Joiners lock(TenantId tenant, Collection<String> members, GroupId group) {
        return locked(tenant, parsed(members), Optional.of(group));
    }

    private Joiners locked(TenantId tenant, SortedSet<UUID> members, Optional<GroupId> group) {
        Set<UUID> users = memberships.lockUsers(tenant, members);
        var heads = new TreeSet<UUID>(Memberships::unsigned);
        heads.addAll(members);
        heads.removeIf(users::contains);
        var others = Set.copyOf(heads);
        group.map(GroupId::value).ifPresent(heads::add);
        var found = new HashSet<UUID>();
        Optional<GroupRow> head = Optional.empty();
        for (GroupRow row : groups.lock(tenant, heads)) {
            found.add(row.id());
            if (group.isPresent() && group.get().value().equals(row.id())) {
                head = Optional.of(row);
            }
        }
        if (group.isPresent() && head.isEmpty()) {
            throw GroupId.unknown(group.get().toString());
        }
        for (UUID each : others) {
            if (!found.contains(each)) {
                throw nobody(each.toString());
            }
        }
        return new Joiners(users, others, head);
    }

    private static SortedSet<UUID> parsed(Collection<String> members) {
        var ids = new TreeSet<UUID>(Memberships::unsigned);
        for (String member : members) {
            ids.add(Ids.parse(member).orElseThrow(() -> nobody(member)));
        }
        return ids;
    }

    private static ScimException nobody(String member) {
        return ScimException.invalidValue("members: there is no user or group '" + ScimException.shorten(member) + "'");
    }
}
