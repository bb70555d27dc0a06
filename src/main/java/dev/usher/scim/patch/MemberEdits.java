package dev.usher.scim.patch;

import dev.usher.scim.error.ScimException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All steps on {@code members} of one PATCH, in order. */
public record MemberEdits(List<MemberEdit> steps) {
    /** Copies. */
    public MemberEdits {
        steps = List.copyOf(steps);
    }

    /**
     * What remains of all steps together: first everyone goes if {@code cleared}, then {@code removed} go, then
     * {@code added} come; the two sets share nobody and keep the request's order. All of it holds only if at least one
     * of each of {@code required} is a member before.
     */
    public record Delta(boolean cleared, Set<String> removed, Set<String> added, List<MemberEdit.Require> required) {
        /** Copies. */
        public Delta {
            required = List.copyOf(required);
            removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
            added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
        }

        /** With no condition. */
        public Delta(boolean cleared, Set<String> removed, Set<String> added) {
            this(cleared, removed, added, List.of());
        }

        /** Whether nothing can change. */
        public boolean empty() {
            return !cleared && removed.isEmpty() && added.isEmpty() && required.isEmpty();
        }
    }

    /** Whether the PATCH leaves members alone. */
    public boolean empty() {
        return steps.isEmpty();
    }

    /** The refusal where a filter picks nobody. */
    public static ScimException nobody(String where) {
        return ScimException.noTarget("'members' has nothing that matches '" + ScimException.shorten(where) + "'");
    }

    /**
     * The net change; empty when a step depends on a filter, so that the steps must be taken one by one. Errors: 400
     * {@code noTarget} where no member can be what a step requires, whoever is in the group.
     */
    public Optional<Delta> fold() {
        boolean cleared = false;
        Set<String> removed = new LinkedHashSet<>();
        Set<String> added = new LinkedHashSet<>();
        List<MemberEdit.Require> required = new ArrayList<>();
        for (MemberEdit step : steps) {
            if (step instanceof MemberEdit.RemoveMatching || step instanceof MemberEdit.RequireMatching) {
                return Optional.empty();
            }
            if (step instanceof MemberEdit.Require require && Collections.disjoint(require.ids(), added)) {
                var perhaps = new ArrayList<>(cleared ? List.<String>of() : require.ids());
                perhaps.removeAll(removed);
                if (perhaps.isEmpty()) {
                    throw nobody(require.where());
                }
                required.add(new MemberEdit.Require(perhaps, require.where()));
            }
            if (step instanceof MemberEdit.Clear || step instanceof MemberEdit.Replace) {
                cleared = true;
                removed.clear();
                added.clear();
            }
            if (step instanceof MemberEdit.Remove remove) {
                remove.ids().forEach(added::remove);
                if (!cleared) {
                    removed.addAll(remove.ids());
                }
            }
            List<String> coming = coming(step);
            coming.forEach(removed::remove);
            added.addAll(coming);
        }
        return Optional.of(new Delta(cleared, removed, added, required));
    }

    private static List<String> coming(MemberEdit step) {
        if (step instanceof MemberEdit.Add add) {
            return add.ids();
        }
        return step instanceof MemberEdit.Replace replace ? replace.ids() : List.of();
    }
}
