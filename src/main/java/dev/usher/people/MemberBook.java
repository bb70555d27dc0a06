package dev.usher.people;

import dev.usher.people.Joining.Joiners;
import dev.usher.people.store.GroupRow;
import dev.usher.people.store.Memberships;
import dev.usher.people.store.Memberships.Kind;
import dev.usher.scim.JsonParts;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.patch.MemberEdit;
import dev.usher.scim.patch.MemberEdits;
import dev.usher.scim.patch.PatchBudget;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds out, under the lock of the group's head, what a request really changes in its members, and writes that. A PATCH
 * of some members reads only those; a whole replacement walks all ids in chunks, a removal by filter reads all members. A
 * group that is to be empty is emptied unread.
 */
@Dependent
class MemberBook {
    @Inject
    private Memberships memberships;

    /** Whom the steps may bring in; they are locked before the group. */
    static Collection<String> additions(MemberEdits edits) {
        return edits.fold().map(delta -> (Collection<String>) delta.added()).orElseGet(() -> {
            var ids = new TreeSet<String>();
            for (MemberEdit step : edits.steps()) {
                if (step instanceof MemberEdit.Add add) {
                    ids.addAll(add.ids());
                } else if (step instanceof MemberEdit.Replace replace) {
                    ids.addAll(replace.ids());
                }
            }
            return ids;
        });
    }

    /** What the steps of a PATCH change. */
    MemberDelta delta(WriteContext context, UUID group, MemberEdits edits, Joiners joiners) {
        TenantId tenant = context.tenant();
        Optional<MemberEdits.Delta> folded = edits.fold();
        if (folded.isEmpty()) {
            return stepwise(tenant, group, edits, joiners);
        }
        require(tenant, group, folded.get().required());
        if (folded.get().cleared()) {
            return replacement(tenant, group, joiners);
        }
        Set<UUID> leaving = known(folded.get().removed());
        Set<UUID> usersOut = memberships.among(Kind.USERS, tenant, group, leaving);
        Set<UUID> rest = MemberDelta.without(leaving, usersOut);
        return new MemberDelta(
                MemberDelta.without(joiners.users(), memberships.among(Kind.USERS, tenant, group, joiners.users())),
                usersOut,
                MemberDelta.without(joiners.groups(), memberships.among(Kind.GROUPS, tenant, group, joiners.groups())),
                memberships.among(Kind.GROUPS, tenant, group, rest));
    }

    /** One look for all conditions together; none where there are none. */
    private void require(TenantId tenant, UUID group, List<MemberEdit.Require> required) {
        Set<UUID> asked =
                known(required.stream().flatMap(each -> each.ids().stream()).toList());
        Set<UUID> there = new HashSet<>(memberships.among(Kind.USERS, tenant, group, asked));
        there.addAll(memberships.among(Kind.GROUPS, tenant, group, MemberDelta.without(asked, there)));
        for (MemberEdit.Require each : required) {
            if (Collections.disjoint(known(each.ids()), there)) {
                throw MemberEdits.nobody(each.where());
            }
        }
    }

    /** What changes when exactly the joiners are to be members; where there are none, the head says how many go. */
    MemberDelta replacement(TenantId tenant, UUID group, Joiners joiners) {
        if (joiners.size() == 0) {
            return MemberDelta.emptied(Math.toIntExact(members(joiners)), 0);
        }
        Present users = present(Kind.USERS, tenant, group, joiners.users());
        Present groups = present(Kind.GROUPS, tenant, group, joiners.groups());
        Set<UUID> usersIn = MemberDelta.without(joiners.users(), users.staying);
        Set<UUID> groupsIn = MemberDelta.without(joiners.groups(), groups.staying);
        if (users.many() || groups.many()) {
            return new MemberDelta(
                    usersIn,
                    Set.of(),
                    groupsIn,
                    Set.of(),
                    users.gone,
                    groups.gone,
                    new MemberDelta.Kept(joiners.users(), joiners.groups()));
        }
        return new MemberDelta(usersIn, users.leaving, groupsIn, groups.leaving);
    }

    private Present present(Kind kind, TenantId tenant, UUID group, Set<UUID> wanted) {
        var present = new Present(wanted);
        memberships.walk(kind, tenant, group, present::take);
        return present;
    }

    /** Who of a group is wanted and who is not; of very many who are not, their number alone is right. */
    private static final class Present {
        private final Set<UUID> wanted;
        private final Set<UUID> staying = new HashSet<>();
        private final Set<UUID> leaving = new HashSet<>();
        private int gone;

        Present(Set<UUID> wanted) {
            this.wanted = wanted;
        }

        void take(List<UUID> chunk) {
            for (UUID id : chunk) {
                if (wanted.contains(id)) {
                    staying.add(id);
                    continue;
                }
                gone++;
                if (!many()) {
                    leaving.add(id);
                }
            }
        }

        boolean many() {
            return gone > Memberships.CHUNK;
        }
    }

    private static long members(Joiners joiners) {
        return joiners.head().map(GroupRow::memberCount).orElse(0L);
    }

    /** Writes the change, groups of 500 to a round trip; the same, but it knows of those who were counted how many were users. */
    MemberDelta write(TenantId tenant, UUID group, MemberDelta delta) {
        MemberDelta done = delta;
        if (delta.counts()) {
            done = delta.gone(
                    memberships.retain(Kind.USERS, tenant, group, delta.kept().users()),
                    memberships.retain(Kind.GROUPS, tenant, group, delta.kept().groups()));
        }
        memberships.remove(Kind.USERS, tenant, group, delta.usersOut());
        memberships.remove(Kind.GROUPS, tenant, group, delta.groupsOut());
        memberships.add(Kind.USERS, tenant, group, delta.usersIn());
        memberships.add(Kind.GROUPS, tenant, group, delta.groupsIn());
        return done;
    }

    private MemberDelta stepwise(TenantId tenant, UUID group, MemberEdits edits, Joiners joiners) {
        demandRoom(edits.steps(), members(joiners));
        Map<UUID, Member> before = everybody(tenant, group);
        Map<UUID, Member> now = new LinkedHashMap<>(before);
        PatchBudget budget = PatchBudget.ofOne();
        for (MemberEdit step : edits.steps()) {
            budget.take(now.size() * (long) terms(step));
            take(step, now, joiners);
        }
        return MemberDelta.between(
                ids(before, each -> !each.group()),
                ids(now, each -> !each.group()),
                ids(before, Member::group),
                ids(now, Member::group));
    }

    /** Refuses what will be too much before the group is read: the head says how many there are, until a step may shrink it. */
    private static void demandRoom(List<MemberEdit> steps, long members) {
        PatchBudget reading = PatchBudget.ofOne();
        reading.take(members);
        PatchBudget asking = PatchBudget.ofOne();
        for (MemberEdit step : steps) {
            asking.take(members * terms(step));
            if (!(step instanceof MemberEdit.Add
                    || step instanceof MemberEdit.Require
                    || step instanceof MemberEdit.RequireMatching)) {
                return;
            }
        }
    }

    private static int terms(MemberEdit step) {
        if (step instanceof MemberEdit.RequireMatching require) {
            return require.filter().size();
        }
        return step instanceof MemberEdit.RemoveMatching remove
                ? remove.filter().size()
                : 0;
    }

    private static void require(boolean there, String where) {
        if (!there) {
            throw MemberEdits.nobody(where);
        }
    }

    private static void take(MemberEdit step, Map<UUID, Member> now, Joiners joiners) {
        if (step instanceof MemberEdit.Clear || step instanceof MemberEdit.Replace) {
            now.clear();
        }
        if (step instanceof MemberEdit.Add add) {
            join(add.ids(), now, joiners);
        } else if (step instanceof MemberEdit.Replace replace) {
            join(replace.ids(), now, joiners);
        } else if (step instanceof MemberEdit.Remove remove) {
            known(remove.ids()).forEach(now::remove);
        } else if (step instanceof MemberEdit.RemoveMatching matching) {
            now.values().removeIf(each -> FilterEvaluator.matchesElement(matching.filter(), element(each)));
        } else if (step instanceof MemberEdit.Require require) {
            require(!Collections.disjoint(known(require.ids()), now.keySet()), require.where());
        } else if (step instanceof MemberEdit.RequireMatching require) {
            boolean there = now.values().stream()
                    .anyMatch(each -> FilterEvaluator.matchesElement(require.filter(), element(each)));
            require(there, require.where());
        }
    }

    private static void join(List<String> ids, Map<UUID, Member> now, Joiners joiners) {
        for (UUID id : known(ids)) {
            now.putIfAbsent(id, new Member(id, joiners.groups().contains(id), ""));
        }
    }

    private Map<UUID, Member> everybody(TenantId tenant, UUID group) {
        var all = new LinkedHashMap<UUID, Member>();
        Optional<UUID> after = Optional.empty();
        List<Member> page;
        do {
            page = memberships.page(tenant, group, after, Groups.MOST_MEMBERS);
            page.forEach(each -> all.put(each.id(), each));
            after = page.isEmpty()
                    ? after
                    : Optional.of(page.get(page.size() - 1).id());
        } while (page.size() == Groups.MOST_MEMBERS);
        return all;
    }

    private static JsonObject element(Member member) {
        JsonObjectBuilder element =
                JsonParts.object().add("value", member.id().toString()).add("type", member.group() ? "Group" : "User");
        if (!member.display().isEmpty()) {
            element.add("display", member.display());
        }
        return element.build();
    }

    private static Set<UUID> ids(Map<UUID, Member> members, Predicate<Member> which) {
        return members.values().stream().filter(which).map(Member::id).collect(Collectors.toSet());
    }

    /** Ids to take out: one that is no id of ours names nobody, and taking out nobody is no error. */
    private static Set<UUID> known(Collection<String> ids) {
        var known = new HashSet<UUID>();
        ids.forEach(id -> Ids.parse(id).ifPresent(known::add));
        return known;
    }
}
