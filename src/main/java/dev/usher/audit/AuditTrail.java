package dev.usher.audit;

import dev.usher.audit.store.AuditStore;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
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
    private static final int LONGEST_ACTOR = 200;

    @Inject
    private AuditStore store;

    @Inject
    private Clock clock;

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
        store.append(tenant, head, link, ChainHash.next(head.hash(), tenant, link));
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
