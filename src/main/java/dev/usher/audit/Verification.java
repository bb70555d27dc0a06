package dev.usher.audit;

import dev.usher.audit.ChainFault.Kind;
import dev.usher.audit.store.AuditStore;
import dev.usher.audit.store.AuditStore.Ends;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads a whole chain, some links at a time, and asks of it and of its end all that can be asked. */
@Dependent
class Verification {
    private static final int CHUNK = 500;

    private final AuditStore store;
    private final HeadSeal seal;

    @Inject
    Verification(AuditStore store, HeadSeal seal) {
        this.store = store;
        this.seal = seal;
    }

    /** What is learnt on the way through the links. */
    private static final class Walk {
        private ChainEnd last;
        private Instant lastAt = Instant.MIN;
        private boolean explained;
        private boolean complete = true;
        private Optional<byte[]> witnessed = Optional.empty();

        Walk(ChainEnd start) {
            this.last = start;
            this.explained = start.seq() == 0;
        }
    }

    /** {@code witness} is what the log says of an act; 400 where retention has deleted that. */
    ChainReport of(TenantId tenant, Optional<ChainEnd> witness) {
        ChainEnd expired = store.expired(tenant);
        if (witness.filter(said -> said.seq() <= expired.seq()).isPresent()) {
            throw Problem.field("expectedSeq", "Retention has deleted this act; name one after " + expired.seq() + ".");
        }
        Ends ends = store.ends(tenant);
        var check = new ChainCheck(tenant, expired);
        Walk walk = walked(tenant, ends, check, witness, expired);
        ChainEnd head = ends.recorded().orElse(walk.last);
        List<ChainFault> faults = new ArrayList<>(walk.complete ? check.end(head) : check.stopped());
        if (walk.complete) {
            if (!walk.explained) {
                faults.add(
                        0, new ChainFault(Kind.DELETED, 1, expired.seq(), "No recorded act of retention explains it."));
            }
            aboutTheEnd(tenant, ends, walk).ifPresent(faults::add);
            witness.flatMap(said -> contradiction(said, walk)).ifPresent(faults::add);
        }
        boolean sealed =
                ends.seal().filter(found -> seal.fits(tenant, head, found)).isPresent();
        return new ChainReport(tenant, check.events(), expired, head, sealed, faults, walk.complete);
    }

    private Walk walked(TenantId tenant, Ends ends, ChainCheck check, Optional<ChainEnd> witness, ChainEnd expired) {
        var walk = new Walk(expired);
        while (walk.complete && walk.last.seq() < ends.last()) {
            List<ChainLink> links = store.links(tenant, walk.last.seq(), ends.last(), CHUNK);
            for (ChainLink link : links) {
                walk.complete &= check.add(link);
                walk.explained |= Expiry.explains(link.event(), expired);
                walk.last = new ChainEnd(link.seq(), link.hash());
                walk.lastAt = link.event().at();
                if (witness.filter(said -> said.seq() == link.seq()).isPresent()) {
                    walk.witnessed = Optional.of(link.hash());
                }
            }
            if (links.isEmpty()) {
                break;
            }
        }
        return walk;
    }

    private Optional<ChainFault> aboutTheEnd(TenantId tenant, Ends ends, Walk walk) {
        if (ends.recorded().isEmpty()) {
            long after = walk.last.seq() + 1;
            return Optional.of(new ChainFault(
                    Kind.DELETED, after, after, "The row of the chain's end is gone; acts may be missing."));
        }
        ChainEnd head = ends.recorded().get();
        if (head.seq() == 0 && walk.last.seq() == 0) {
            return Optional.of(
                    new ChainFault(Kind.DELETED, 1, 1, "Every chain begins with an act; this one has none."));
        }
        if (ends.seal().isPresent()) {
            return seal.fits(tenant, head, ends.seal().get())
                    ? Optional.empty()
                    : Optional.of(forged(
                            head, "Its seal is another's: not Usher wrote the chain's end, or with another key."));
        }
        boolean due = store.sealedSince().filter(walk.lastAt::isAfter).isPresent();
        return due ? Optional.of(forged(head, "The chain's end has lost its seal.")) : Optional.empty();
    }

    private static ChainFault forged(ChainEnd head, String detail) {
        return new ChainFault(Kind.FORGED, head.seq(), head.seq(), detail);
    }

    private static Optional<ChainFault> contradiction(ChainEnd said, Walk walk) {
        if (walk.witnessed.isEmpty()) {
            return Optional.of(new ChainFault(
                    Kind.DELETED, said.seq(), said.seq(), "The witness names it, but the chain does not have it."));
        }
        return Arrays.equals(walk.witnessed.get(), said.hash())
                ? Optional.empty()
                : Optional.of(
                        new ChainFault(Kind.CHANGED, said.seq(), said.seq(), "The witness gives another hash of it."));
    }
}
