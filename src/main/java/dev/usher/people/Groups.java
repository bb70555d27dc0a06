package dev.usher.people;

import dev.usher.people.store.GroupRows;
import dev.usher.people.store.MemberPages;
import dev.usher.people.store.Memberships;
import dev.usher.people.store.ResourceRows;
import dev.usher.tenant.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Groups and their members. <b>Transaction:</b> reading needs none. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Groups {
    /** The most members that one call gives. */
    public static final int MOST_MEMBERS = 1_000;

    @Inject
    private GroupRows groups;

    @Inject
    private Memberships memberships;

    @Inject
    private MemberPages pages;

    /** The group of this id, without its members; empty for one that is unknown or another tenant's. One statement. */
    public Optional<StoredResource> find(Caller caller, GroupId id, Parts parts) {
        return groups.find(caller.tenant(), id.value()).map(ResourceRows::group);
    }

    /**
     * Members, users and groups, in the order of their ids, after {@code after} or from the first, at most
     * {@code limit} and one more than {@link #MOST_MEMBERS}; fewer than that means there are no more. Two statements.
     */
    public List<Member> members(Caller caller, GroupId id, Optional<UUID> after, int limit) {
        return memberships.page(caller.tenant(), id.value(), after, Math.min(limit, MOST_MEMBERS + 1));
    }

    /** The first {@link #MOST_MEMBERS} members of each of these groups, as {@link #members} gives them. Two statements. */
    public Map<UUID, List<Member>> firstMembers(Caller caller, List<UUID> ids) {
        return pages.first(caller.tenant(), ids, MOST_MEMBERS);
    }
}
