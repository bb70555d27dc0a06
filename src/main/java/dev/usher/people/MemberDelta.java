package dev.usher.people;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Exactly who joins and who leaves a group, users and groups apart: only what really changes. Of a group that is emptied
 * only the numbers of those who go.
 */
record MemberDelta(
        Set<UUID> usersIn, Set<UUID> usersOut, Set<UUID> groupsIn, Set<UUID> groupsOut, int usersGone, int groupsGone) {
    /** These join and leave. */
    MemberDelta(Set<UUID> usersIn, Set<UUID> usersOut, Set<UUID> groupsIn, Set<UUID> groupsOut) {
        this(usersIn, usersOut, groupsIn, groupsOut, 0, 0);
    }

    /** So many go, and nobody stays or joins. */
    static MemberDelta emptied(int users, int groups) {
        return new MemberDelta(Set.of(), Set.of(), Set.of(), Set.of(), users, groups);
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

    boolean empties() {
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
