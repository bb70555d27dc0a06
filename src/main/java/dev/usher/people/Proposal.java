package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.Assignment;
import dev.usher.tenant.Reclassify;
import java.util.Optional;

/**
 * What re-classification makes of one user. Pure. Data-locked users never move; a move to another storage region, and one
 * of somebody whom an administrator placed by hand, is only ever suggested; who matches nothing keeps what it has.
 * <b>Shape:</b> {@code to} is empty for STAYS and UNMATCHED; {@code reason} is blank unless it is a suggestion.
 */
public record Proposal(Kind kind, Optional<Assignment> to, String reason) {
    static final String BY_CHOICE = "suggest";
    static final String OTHER_REGION = "other-region";
    static final String PLACED_BY_HAND = "placed-by-hand";

    /** What becomes of the user. */
    public enum Kind {
        STAYS,
        MOVED,
        SUGGESTED,
        DATA_LOCKED,
        NO_MATCH
    }

    public Proposal {
        requireNonNull(kind, "kind");
        requireNonNull(to, "to");
        requireNonNull(reason, "reason");
    }

    static Proposal of(Assignment now, Optional<Assignment> wanted, boolean locked, Reclassify mode) {
        if (wanted.isEmpty()) {
            return new Proposal(Kind.NO_MATCH, Optional.empty(), "");
        }
        Assignment to = wanted.get();
        if (same(now, to)) {
            return new Proposal(Kind.STAYS, Optional.empty(), "");
        }
        if (locked) {
            return new Proposal(Kind.DATA_LOCKED, wanted, "");
        }
        if (!now.region().equals(to.region())) {
            return new Proposal(Kind.SUGGESTED, wanted, OTHER_REGION);
        }
        if (now.mapping().isEmpty()) {
            return new Proposal(Kind.SUGGESTED, wanted, PLACED_BY_HAND);
        }
        return mode == Reclassify.AUTOMATIC
                ? new Proposal(Kind.MOVED, wanted, "")
                : new Proposal(Kind.SUGGESTED, wanted, BY_CHOICE);
    }

    /** Whether both give the same by the same mapping, whatever the order was when they were made. */
    static boolean same(Assignment now, Assignment to) {
        return now.profile().equals(to.profile())
                && now.region().equals(to.region())
                && now.quotaBytes().equals(to.quotaBytes())
                && now.mapping().equals(to.mapping());
    }
}
