package dev.usher.scim.patch;

import dev.usher.scim.error.ScimException;

/**
 * How much work the PATCHes of one request may be: an element that is looked at costs one and one more for each term of
 * the filter that picks, an element that is made anew ten. A thousand operations on a thousand elements are a small body,
 * and would hold the resource's lock for many seconds. Errors: 400 {@code tooMany}. Threads: one.
 */
public final class PatchBudget {
    /** What one element costs that is made anew. */
    static final int REWRITTEN = 10;

    private static final long OF_ONE = 1_000_000;
    private static final long OF_BULK = 2_000_000;

    private long left;

    private PatchBudget(long left) {
        this.left = left;
    }

    /** For one PATCH. */
    public static PatchBudget ofOne() {
        return new PatchBudget(OF_ONE);
    }

    /** For all that stand in one bulk request. */
    public static PatchBudget ofBulk() {
        return new PatchBudget(OF_BULK);
    }

    /** For one PATCH among those that share it; what others spent is spent. */
    Share share() {
        return new Share();
    }

    /** What one PATCH may spend of a budget each time that it is tried. */
    public final class Share {
        private final long granted = left;

        private Share() {}

        /** The budget for another try: the transaction of the last one was undone, and what that spent comes back. */
        PatchBudget renewed() {
            left = granted;
            return PatchBudget.this;
        }
    }

    /** Takes the cost of what is about to be done. */
    public void take(long cost) {
        left -= cost;
        if (left < 0) {
            throw ScimException.tooMany("the operations look at too many elements of multi-valued attributes; send "
                    + "fewer of them in one request, or replace the attribute whole");
        }
    }
}
