package dev.usher.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Exactly who joins and who leaves a group, users and groups apart: only what really changes. Where
 * nobody stays, or very many leave, only the numbers of those who go, and whom the group {@linkplain Kept keeps}.
 */
record MemberDelta(
        Set<UUID> usersIn,
        Set<UUID> usersOut,
        Set<UUID> groupsIn,
        Set<UUID> groupsOut,
        int usersGone,
        int groupsGone,
        Kept kept) {
    /** Those who need not go, whether or not they are there yet; for who is not listed as leaving. */
    record Kept(Set<UUID> users, Set<UUID> groups) {
        static final Kept NOBODY = new Kept(Set.of(), Set.of());
    }

    /** These join and leave. */
    MemberDelta(Set<UUID> usersIn, Set<UUID> usersOut, Set<UUID> groupsIn, Set<UUID> groupsOut) {
        this(usersIn, usersOut, groupsIn, groupsOut, 0, 0, Kept.NOBODY);
    }

    /** So many go, and nobody stays or joins. */
    static MemberDelta emptied(int users, int groups) {
        return new MemberDelta(Set.of(), Set.of(), Set.of(), Set.of(), users, groups, Kept.NOBODY);
    }

    /** From these members to those. */
    static MemberDelta between(Set<UUID> usersBefore, Set<UUID> users, Set<UUID> groupsBefore, Set<UUID> groups) {
        return new MemberDelta(
                without(users, usersBefore),
                without(usersBefore, users),
                without(groups, groupsBefore),
                without(groupsBefore, groups));
    }

    static Set<UUID> without(Set<UUID> all, Set<UUID> others) {
        var rest = new HashSet<>(all);
        rest.removeIf(others::contains);
        return rest;
    }

    /** The same; so many went. */
    MemberDelta gone(int users, int groups) {
        return new MemberDelta(usersIn, usersOut, groupsIn, groupsOut, users, groups, kept);
    }

    /** Whether those who go are counted, not listed. */
    boolean counts() {
        return usersGone + groupsGone > 0;
    }

    boolean empty() {
        return in() + out() == 0;
    }

    /** Whether groups join or leave, which changes who is in what indirectly. */
    boolean nests() {
        return !groupsIn.isEmpty() || !groupsOut.isEmpty() || groupsGone > 0;
    }

    int in() {
        return usersIn.size() + groupsIn.size();
    }

    int out() {
        return usersOut.size() + groupsOut.size() + usersGone + groupsGone;
    }
}
