package dev.usher.people;

import dev.usher.people.store.GroupListRows;
import dev.usher.people.store.GroupRow;
import dev.usher.people.store.GroupRows;
import dev.usher.tenant.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Groups as administrators see them: their heads, by name. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class GroupList {
    @Inject
    private GroupListRows list;

    @Inject
    private GroupRows groups;

    /**
     * Groups whose display name begins so (without case), behind that name, whatever has become of
     * its group; at most {@code limit}.
     */
    public List<GroupView> page(Caller caller, String prefix, Optional<String> after, int limit) {
        return list.page(caller.tenant(), prefix, after.map(GroupRows::nameKey), limit).stream()
                .map(GroupList::view)
                .toList();
    }

    /** One group; empty for one that is unknown or another tenant's. */
    public Optional<GroupView> find(Caller caller, GroupId id) {
        return groups.find(caller.tenant(), id.value()).map(GroupList::view);
    }

    private static GroupView view(GroupRow row) {
        return new GroupView(
                new GroupId(row.id()),
                row.document().text("displayName").orElse(""),
                row.memberCount(),
                row.created(),
                row.modified());
    }
}
