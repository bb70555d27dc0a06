package dev.usher.scim.patch;

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
     * {@code added} come; the two sets share nobody and keep the request's order.
     */
    public record Delta(boolean cleared, Set<String> removed, Set<String> added) {
        /** Copies. */
        public Delta {
            removed = Collections.unmodifiableSet(new LinkedHashSet<>(removed));
            added = Collections.unmodifiableSet(new LinkedHashSet<>(added));
        }

        /** Whether nothing can change. */
        public boolean empty() {
            return !cleared && removed.isEmpty() && added.isEmpty();
        }
    }

    /** Whether the PATCH leaves members alone. */
    public boolean empty() {
        return steps.isEmpty();
    }

    /** The net change; empty when a step depends on a filter, so that the steps must be taken one by one. */
    public Optional<Delta> fold() {
        boolean cleared = false;
        Set<String> removed = new LinkedHashSet<>();
        Set<String> added = new LinkedHashSet<>();
        for (MemberEdit step : steps) {
            if (step instanceof MemberEdit.RemoveMatching) {
                return Optional.empty();
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
        return Optional.of(new Delta(cleared, removed, added));
    }

    private static List<String> coming(MemberEdit step) {
        if (step instanceof MemberEdit.Add add) {
            return add.ids();
        }
        return step instanceof MemberEdit.Replace replace ? replace.ids() : List.of();
    }
}
