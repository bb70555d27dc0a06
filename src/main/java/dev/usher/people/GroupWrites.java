package dev.usher.people;

import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.notification.Topic;
import dev.usher.people.Joining.Joiners;
import dev.usher.people.store.GroupRow;
import dev.usher.people.store.GroupRows;
import dev.usher.people.store.Memberships;
import dev.usher.people.store.ResourceRows;
import dev.usher.platform.Uuid7;
import dev.usher.scim.patch.MemberEdits;
import dev.usher.scim.patch.PatchPlan;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.patch.Patched;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.PutMerge;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What identity providers do to groups, one transaction each; call it by {@link Provisioning}. Whoever joins is locked
 * first, then the group's head, so that the members' number and the version are right however many write at once.
 */
@Stateless
public class GroupWrites {
    @Inject
    private GroupRows groups;

    @Inject
    private Memberships memberships;

    @Inject
    private Joining joining;

    @Inject
    private MemberBook members;

    @Inject
    private Tenants tenants;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** What a request makes of a group whose head is locked. */
    private record Wish(Kind kind, ScimResource document, MemberDelta delta, EventDetail detail) {}

    /** A new group with its members. */
    public Change create(WriteContext context, Incoming incoming) {
        ScimResource document = AccountBook.stored(incoming.resource());
        Joiners joiners = joining.lock(context.tenant(), incoming.resource().memberIds());
        GroupRow group =
                GroupRow.born(ids.next(), context.caller().connection(), document, joiners.size(), clock.instant());
        groups.insert(context.tenant(), group);
        memberships.add(Memberships.Kind.USERS, context.tenant(), group.id(), joiners.users());
        memberships.add(Memberships.Kind.GROUPS, context.tenant(), group.id(), joiners.groups());
        EventDetail detail = detail(context, document).notes(incoming.notes()).members(joiners.size(), 0);
        chronicle.record(context.caller(), Kind.GROUP_CREATED, group.id(), Outcome.ACCEPTED, detail);
        chronicle.tellGroup(context.caller(), Topic.GROUP_CHANGED, group.id(), joiners.size(), 0);
        if (!joiners.groups().isEmpty()) {
            tenants.touchNesting(context.tenant());
        }
        return new Change(ResourceRows.group(group), true, Change.Result.CREATED);
    }

    /** PUT. */
    public Change replace(WriteContext context, GroupId id, Incoming incoming, Precondition precondition) {
        Joiners joiners = joining.lock(context.tenant(), incoming.resource().memberIds(), id);
        GroupRow head = head(joiners, id, precondition);
        PutMerge merge = PutMerge.of(context.registry(), head.document(), incoming);
        MemberDelta delta = members.replacement(context.tenant(), id.value(), joiners);
        EventDetail detail =
                detail(context, merge.resource()).notes(incoming.notes()).removed(merge.removed());
        return written(
                context, head, new Wish(Kind.GROUP_REPLACED, AccountBook.stored(merge.resource()), delta, detail));
    }

    /** PATCH. */
    public Change patch(WriteContext context, GroupId id, PatchRequest request, Precondition precondition) {
        PatchPlan plan = PatchPlan.of(context.registry(), ResourceType.GROUP, request, context.filters());
        MemberEdits edits = plan.members();
        Joiners joiners = joining.lock(context.tenant(), MemberBook.additions(edits), id);
        GroupRow head = head(joiners, id, precondition);
        Patched patched = plan.apply(head.document());
        MemberDelta delta = members.delta(context, id.value(), edits, joiners);
        EventDetail detail =
                detail(context, patched.resource()).notes(Notes.all(request.notes(), plan.notes(), patched.notes()));
        Kind kind = plan.editsAttributes() ? Kind.GROUP_PATCHED : Kind.MEMBERS_CHANGED;
        return written(context, head, new Wish(kind, AccountBook.stored(patched.resource()), delta, detail));
    }

    /** DELETE. */
    public void delete(WriteContext context, GroupId id, Precondition precondition) {
        TenantId tenant = context.tenant();
        var heads = new TreeSet<UUID>(Memberships::unsigned);
        heads.addAll(memberships.holding(Memberships.Kind.GROUPS, tenant, id.value()));
        heads.add(id.value());
        GroupRow head = groups.lock(tenant, heads).stream()
                .filter(row -> row.id().equals(id.value()))
                .findFirst()
                .orElseThrow(() -> GroupId.unknown(id.toString()));
        precondition.require(head.version());
        Set<UUID> around = memberships.holding(Memberships.Kind.GROUPS, tenant, id.value());
        int users = memberships.clear(Memberships.Kind.USERS, tenant, id.value());
        int inner = memberships.clear(Memberships.Kind.GROUPS, tenant, id.value());
        if (!around.isEmpty()) {
            memberships.leave(Memberships.Kind.GROUPS, tenant, id.value());
            groups.lostMember(tenant, around, clock.instant());
        }
        groups.delete(tenant, id.value());
        EventDetail detail = detail(context, head.document()).members(0, users + inner);
        chronicle.record(context.caller(), Kind.GROUP_DELETED, id.value(), Outcome.ACCEPTED, detail);
        chronicle.tellGroup(context.caller(), Topic.GROUP_DELETED, id.value(), 0, users + inner);
        if (inner > 0 || !around.isEmpty()) {
            tenants.touchNesting(tenant);
        }
    }

    private Change written(WriteContext context, GroupRow head, Wish wish) {
        MemberDelta delta = wish.delta();
        boolean edited = !wish.document().equals(head.document());
        if (!edited && delta.empty()) {
            chronicle.unchanged(context.caller(), wish.kind(), head.id(), wish.detail());
            return new Change(ResourceRows.group(head), false, Change.Result.UNCHANGED);
        }
        long count = head.memberCount() + delta.in() - delta.out();
        GroupRow next = head.next(wish.document(), count, clock.instant());
        if (edited) {
            groups.update(context.tenant(), next);
        } else {
            groups.touch(context.tenant(), next);
        }
        MemberDelta done = members.write(context.tenant(), head.id(), delta);
        EventDetail detail = wish.detail().members(done.in(), done.out());
        chronicle.record(context.caller(), wish.kind(), head.id(), Outcome.ACCEPTED, detail);
        chronicle.tellGroup(context.caller(), Topic.GROUP_CHANGED, head.id(), done.in(), done.out());
        if (done.nests() || renamedAround(context.tenant(), head, next)) {
            tenants.touchNesting(context.tenant());
        }
        Change.Result result = wish.kind() == Kind.GROUP_REPLACED ? Change.Result.REPLACED : Change.Result.PATCHED;
        return new Change(ResourceRows.group(next), true, result);
    }

    /** Users in inner groups show this group's name as an indirect one, from the cached nesting. */
    private boolean renamedAround(TenantId tenant, GroupRow before, GroupRow after) {
        return !GroupRows.name(before.document()).equals(GroupRows.name(after.document()))
                && memberships.holdsGroups(tenant, before.id());
    }

    private static GroupRow head(Joiners joiners, GroupId id, Precondition precondition) {
        Optional<GroupRow> head = joiners.head();
        GroupRow found = head.orElseThrow(() -> GroupId.unknown(id.toString()));
        precondition.require(found.version());
        return found;
    }

    private static EventDetail detail(WriteContext context, ScimResource document) {
        return EventDetail.of(context.caller()).about(document);
    }
}
