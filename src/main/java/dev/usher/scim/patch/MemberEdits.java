package dev.usher.scim.patch;

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
     * {@code added} come; the two sets share nobody.
     */
    public record Delta(boolean cleared, Set<String> removed, Set<String> added) {
        /** Copies. */
        public Delta {
            removed = Set.copyOf(removed);
            added = Set.copyOf(added);
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
        throw new IllegalStateException();
    }
}
