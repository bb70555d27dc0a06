package dev.usher.audit;

import dev.usher.audit.store.AuditStore;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Deletes acts that are kept long enough. Each deletion is itself an act of the chain, with the number and hash up to
 * which it deleted, so that the rest still proves itself and a deletion by anybody else shows.
 */
@Stateless
public class Expiry {
    private static final String ACTION = "audit.expired";
    private static final String ACTOR = "usher";
    private static final int CHUNK = 1000;

    @Inject
    private AuditStore store;

    @Inject
    private AuditTrail trail;

    /** Tenants that have acts before {@code time}, after {@code after}; at most {@code limit}, by number. */
    public List<TenantId> tenants(Instant time, int after, int limit) {
        return store.tenantsBefore(time, after, limit);
    }

    /** Deletes up to {@value #CHUNK} of a tenant's oldest acts from before {@code time}; how many. The last act stays. */
    public int expire(TenantId tenant, Instant time) {
        ChainEnd head = store.lockHead(tenant);
        ChainEnd begin = store.expired(tenant);
        // The last act stays: the next one's hash is made over it.
        int most = (int) Math.min(CHUNK, head.seq() - 1 - begin.seq());
        Optional<ChainEnd> end = most > 0 ? store.lastBefore(tenant, time, begin.seq(), most) : Optional.empty();
        if (end.isEmpty()) {
            return 0;
        }
        int deleted = store.expire(tenant, end.get());
        trail.record(tenant, ACTOR, ACTION, Optional.empty(), JsonValue.EMPTY_JSON_OBJECT, json(end.get()));
        return deleted;
    }

    /** Whether the act records the deletion of everything up to there. */
    static boolean explains(AuditEvent event, ChainEnd end) {
        return event.action().equals(ACTION)
                && event.detail().contains(json(end).toString());
    }

    private static JsonObject json(ChainEnd end) {
        return Json.createObjectBuilder()
                .add("seq", end.seq())
                .add("hash", HexFormat.of().formatHex(end.hash()))
                .build();
    }
}
