package dev.usher.notification;

import dev.usher.notification.store.OutboxStore;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Facts that must leave the machine; each commits with what made it true. One statement each. */
@Stateless
public class Outbox {
    private static final int MOST_AT_ONCE = 500;

    @Inject
    private OutboxStore store;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** Adds a fact about nobody in particular. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(TenantId tenant, Topic topic, JsonObject body) {
        store.insert(tenant, ids.next(), topic, Optional.empty(), body.toString(), clock.instant());
    }

    /** Adds a fact about a user or group. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void add(TenantId tenant, Topic topic, UUID subject, JsonObject body) {
        store.insert(tenant, ids.next(), topic, Optional.of(subject), body.toString(), clock.instant());
    }

    /** Forgets facts that were noted before that time, some of them; how many. */
    public int expire(Instant before) {
        return Topic.FACTS.stream()
                .mapToInt(topic -> store.forget(topic, LetterState.WAITING, before, MOST_AT_ONCE))
                .filter(forgotten -> forgotten > 0)
                .findFirst()
                .orElse(0);
    }

    /** What waits on all tenants' behalf; the count stops at 100,000. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public OutboxDepth depth() {
        return store.depth();
    }
}
