package dev.usher.audit;

import dev.usher.audit.ChainFault.Kind;
import dev.usher.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Verifies a chain, link by link in the order of their numbers, and names what is not as it was recorded, also where
 * somebody gave the following rows new numbers to close or open a gap. Holds the strangers only: memory does not grow
 * with the chain.
 *
 * <p>A link is genuine when its own hash is right for some number near its place; the place itself is right when the
 * numbers of genuine links run on. Where two in a row are off by the same, everything after is, and that is one fault.
 * Whoever computes all hashes anew up to the end is found only by the witness outside: the log's lines of the head.
 */
public final class ChainCheck {
    /** Verification stops at so many. */
    public static final int MOST_FAULTS = 100;

    private static final int REACH = 32;

    private final TenantId tenant;
    private final List<ChainFault> faults = new ArrayList<>();
    private final List<Stranger> open = new ArrayList<>();
    private final List<Stranger> strangers = new ArrayList<>();
    private long next;
    private long shift;
    private long events;
    private byte[] before;
    private boolean adjacent = true;

    private record Stranger(ChainLink link, OptionalLong original) {
        long off() {
            return link.seq() - original.orElse(Long.MIN_VALUE / 2);
        }
    }

    /** For the links after {@code start}. */
    public ChainCheck(TenantId tenant, ChainEnd start) {
        this.tenant = tenant;
        this.next = start.seq() + 1;
        this.before = start.hash();
    }

    /** The next link; false when there are faults enough. */
    public boolean add(ChainLink link) {
        events++;
        if (link.seq() > next) {
            settle(shift, link.seq());
            fault(Kind.DELETED, next, link.seq() - 1, "Recorded, but no row is there.");
            adjacent = false;
        }
        next = link.seq() + 1;
        OptionalLong original = original(link);
        if (original.isEmpty() || link.seq() - original.getAsLong() != shift) {
            stranger(new Stranger(link, original));
        } else {
            settle(shift, link.seq());
            follow(link);
        }
        return faults.size() + strangers.size() + open.size() < MOST_FAULTS;
    }

    /** Everything that was found, once the last link was given; {@code head} is where the chain should end. */
    public List<ChainFault> end(ChainEnd head) {
        if (!open.isEmpty() && open.get(open.size() - 1).original().isPresent()) {
            Stranger last = open.remove(open.size() - 1);
            moved(last);
            follow(last.link());
        }
        settle(shift, next);
        pairs();
        long end = head.seq() + shift;
        if (next <= end) {
            fault(Kind.DELETED, next, end, "The chain ends before its recorded end.");
        } else if (next - 1 > end) {
            fault(Kind.INSERTED, end + 1, next - 1, "It lies behind the chain's recorded end.");
        } else if (faults.isEmpty() && !Arrays.equals(before, head.hash())) {
            fault(Kind.CHANGED, head.seq(), head.seq(), "The chain's recorded end has another hash.");
        }
        faults.sort(Comparator.comparingLong(ChainFault::first));
        return List.copyOf(faults);
    }

    /** What was found so far, where verification stops before the last link. */
    List<ChainFault> stopped() {
        settle(shift, next);
        pairs();
        faults.sort(Comparator.comparingLong(ChainFault::first));
        return List.copyOf(faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
    }

    /** How many links were given. */
    public long events() {
        return events;
    }

    private void stranger(Stranger stranger) {
        boolean second = !open.isEmpty()
                && stranger.original().isPresent()
                && open.get(open.size() - 1).original().isPresent()
                && open.get(open.size() - 1).off() == stranger.off();
        if (second) {
            Stranger first = open.remove(open.size() - 1);
            moved(first);
            follow(first.link());
            follow(stranger.link());
        } else {
            open.add(stranger);
            adjacent = false;
        }
    }

    /** From this link on all numbers are off by another count than before. */
    private void moved(Stranger first) {
        long more = first.off() - shift;
        if (more < 0) {
            long expected = first.link().seq() - shift;
            fault(
                    Kind.DELETED,
                    expected,
                    first.original().orElse(expected) - 1,
                    "Recorded, but gone; the rows after it were given new numbers.");
        }
        settle(first.off(), first.link().seq());
        adjacent = false;
    }

    /** What waits is explained: the numbers run on from {@code at}, off by {@code newShift}. */
    private void settle(long newShift, long at) {
        long inserted = newShift - shift;
        for (Stranger stranger : open) {
            if (inserted > 0
                    && stranger.original().isEmpty()
                    && at > stranger.link().seq()) {
                fault(
                        Kind.INSERTED,
                        stranger.link().seq(),
                        stranger.link().seq(),
                        "Never recorded; the rows after it were given new numbers.");
                inserted--;
            } else {
                strangers.add(stranger);
            }
        }
        open.clear();
        shift = newShift;
    }

    private void follow(ChainLink link) {
        if (adjacent && !Arrays.equals(link.previous(), before)) {
            long replaced = Math.max(1, link.seq() - 1);
            fault(Kind.CHANGED, replaced, replaced, "Replaced together with its hash: the next act followed another.");
        }
        before = link.hash();
        adjacent = true;
    }

    /** Two strangers that are right in each other's place were swapped; the others are named one by one. */
    private void pairs() {
        var left = new ArrayList<>(strangers);
        while (!left.isEmpty()) {
            Stranger one = left.remove(0);
            var other = left.stream()
                    .filter(each -> genuine(one.link(), each.link().seq())
                            && genuine(each.link(), one.link().seq()))
                    .findFirst();
            if (other.isPresent()) {
                left.remove(other.get());
                fault(Kind.SWAPPED, one.link().seq(), other.get().link().seq(), "They stand in each other's place.");
            } else if (one.original().isPresent()) {
                fault(
                        Kind.MOVED,
                        one.link().seq(),
                        one.link().seq(),
                        "It was recorded as number " + one.original().getAsLong() + ".");
            } else {
                fault(Kind.CHANGED, one.link().seq(), one.link().seq(), "It does not hold what was recorded.");
            }
        }
    }

    /** The number with which it was recorded, looked for near its place. */
    private OptionalLong original(ChainLink link) {
        long expected = link.seq() - shift;
        for (int distance = 0; distance <= REACH; distance++) {
            if (genuine(link, expected + distance)) {
                return OptionalLong.of(expected + distance);
            }
            if (genuine(link, expected - distance)) {
                return OptionalLong.of(expected - distance);
            }
        }
        return OptionalLong.empty();
    }

    private boolean genuine(ChainLink link, long number) {
        AuditEvent event = link.event();
        var as = new AuditEvent(number, event.at(), event.actor(), event.action(), event.target(), event.detail());
        return Arrays.equals(ChainHash.next(link.previous(), tenant, as), link.hash());
    }

    private void fault(Kind kind, long first, long last, String detail) {
        faults.add(new ChainFault(kind, first, last, detail));
    }
}
