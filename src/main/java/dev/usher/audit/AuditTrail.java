package dev.usher.audit;

import dev.usher.audit.ChainFault.Kind;
import dev.usher.audit.store.AuditStore;
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
import java.time.Clock;
import java.util.ArrayList;
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
    private static final int LONGEST_ACTOR = 200;
    private static final int CHUNK = 500;

    @Inject
    private AuditStore store;

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
        store.append(tenant, head, link, hash);
        moved.fire(new ChainMoved(tenant, new ChainEnd(link.seq(), hash)));
    }

    /**
     * Verifies the tenant's whole chain up to the act that is its last now, reading some at a time. <b>Transaction:</b>
     * none: acts recorded meanwhile do not count.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public ChainReport verify(TenantId tenant) {
        ChainEnd expired = store.expired(tenant);
        var ends = store.ends(tenant);
        var check = new ChainCheck(tenant, expired);
        boolean explained = expired.seq() == 0;
        boolean complete = true;
        long at = expired.seq();
        while (complete && at < ends.last()) {
            List<ChainLink> links = store.links(tenant, at, ends.last(), CHUNK);
            for (ChainLink link : links) {
                complete &= check.add(link);
                explained |= Expiry.explains(link.event(), expired);
                at = link.seq();
            }
            if (links.isEmpty()) {
                break;
            }
        }
        List<ChainFault> faults = new ArrayList<>(complete ? check.end(ends.recorded()) : check.stopped());
        if (complete && !explained) {
            faults.add(0, new ChainFault(Kind.DELETED, 1, expired.seq(), "No recorded act of retention explains it."));
        }
        if (!faults.isEmpty()) {
            meters.add(Meter.AUDIT_CHAINS_BROKEN);
        }
        return new ChainReport(tenant, check.events(), expired, ends.recorded(), faults, complete);
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
