package dev.usher.audit;

import dev.usher.audit.store.AuditStore;
import dev.usher.audit.store.AuditStore.SealedEnd;
import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * Records what an administrator did, with before and after, as the next link of the tenant's hash chain.
 *
 * <p><b>Transaction:</b> {@link #record} joins the act's own; call it as the last statements (it locks the chain's head
 * until the commit, and the lock order puts that row last). Reading needs none.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class AuditTrail {
    private static final Logger LOG = System.getLogger(AuditTrail.class.getName());
    private static final int LONGEST_ACTOR = 200;
    private static final int MOST_ENDS = 500;

    @Inject
    private AuditStore store;

    @Inject
    private HeadSeal seal;

    @Inject
    private Verification verification;

    @Inject
    private Clock clock;

    @Inject
    private Meters meters;

    @Inject
    private Event<ChainMoved> moved;

    /**
     * Appends an act. {@code action} is dotted ({@code mapping.created}); {@code before} is empty for what was made,
     * {@code after} for what was deleted. Never give secrets.
     */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(
            TenantId tenant, String actor, String action, Optional<UUID> target, JsonObject before, JsonObject after) {
        var head = store.lockHead(tenant);
        String detail = Json.createObjectBuilder()
                .add("before", before)
                .add("after", after)
                .build()
                .toString();
        var link = new AuditEvent(head.seq() + 1, clock.instant(), shortened(actor), action, target, detail);
        byte[] hash = ChainHash.next(head.hash(), tenant, link);
        var end = new ChainEnd(link.seq(), hash);
        store.append(tenant, head, link, hash, seal.of(tenant, end));
        moved.fire(new ChainMoved(tenant, end));
    }

    /**
     * From now on an end without a seal is a fault; how many ends have a seal of another key, of the first {@value #MOST_ENDS}, is said in
     * the log and comes back. Called at each start.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public int beginSealing() {
        store.sealFrom(clock.instant());
        List<SealedEnd> ends = store.sealedEnds(MOST_ENDS);
        int others = (int) ends.stream()
                .filter(each -> !seal.fits(each.tenant(), each.end(), each.seal()))
                .count();
        if (others > 0) {
            LOG.log(
                    Level.ERROR,
                    "{0} of {1} audit chains are sealed under another key than this node''s: they read as FORGED, each until"
                            + " its next act. If USHER_SECRET_KEY or the file secret-key was lost or changed, stop, put back"
                            + " that of before (a backup has it), and start again; if it was not, somebody has written into"
                            + " the database",
                    others,
                    ends.size());
        }
        return others;
    }

    /** {@link #verify(TenantId, Optional)} without a witness. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ChainReport verify(TenantId tenant) {
        return verify(tenant, Optional.empty());
    }

    /**
     * Verifies the tenant's whole chain up to the act that is its last now, reading some at a time, and compares it with
     * an act's number and hash as the log, say, has witnessed them. <b>Transaction:</b> none: acts recorded meanwhile do
     * not count. <b>Errors:</b> 400 for a witness of an act that retention has deleted.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ChainReport verify(TenantId tenant, Optional<ChainEnd> witness) {
        ChainReport report = verification.of(tenant, witness);
        if (!report.intact()) {
            meters.add(Meter.AUDIT_CHAINS_BROKEN);
        }
        return report;
    }

    /** A page of the tenant's acts, newest first; {@code before} is the last sequence number of the page before. */
    public List<AuditEvent> page(TenantId tenant, AuditQuery query, OptionalLong before, int limit) {
        if (limit < 1 || limit > AuditQuery.MOST) {
            throw Problem.invalid("A page has 1 to " + AuditQuery.MOST + " events.");
        }
        return store.page(tenant, query, before, limit);
    }

    private static String shortened(String actor) {
        return actor.length() <= LONGEST_ACTOR ? actor : actor.substring(0, LONGEST_ACTOR);
    }
}
