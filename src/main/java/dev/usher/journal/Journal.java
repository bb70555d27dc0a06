package dev.usher.journal;

import dev.usher.journal.store.EventStore;
import dev.usher.platform.Problem;
import dev.usher.platform.StatementTimeout;
import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The provisioning log. */
@Stateless
public class Journal {
    private static final int CHUNK = 1000;
    private static final Duration QUIET = Duration.ofHours(1);

    @Inject
    private EventStore store;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    @Inject
    private Event<ProvisioningEvent> recorded;

    /** Records what commits with the caller's transaction. One statement. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void record(ProvisioningEvent event) {
        insert(event);
    }

    /** Records a refusal once its transaction is rolled back; call it outside any transaction. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void recordAfterRollback(ProvisioningEvent event) {
        insert(event);
    }

    /** Records a write that changed nothing, unless the subject has such an event within the last hour. */
    @TransactionAttribute(TransactionAttributeType.REQUIRED)
    public void noChange(ProvisioningEvent event) {
        UUID since = EventTime.first(clock.instant().minus(QUIET));
        boolean told = event.subject()
                .map(subject -> store.hasNoChangeSince(event.tenant(), subject, since))
                .orElse(false);
        if (!told) {
            insert(event);
        }
    }

    private void insert(ProvisioningEvent event) {
        store.insert(ids.next(), event);
        recorded.fire(event);
    }

    /**
     * Events newest first, at most {@code limit}, beginning below {@code before} where the query has one. What would take
     * too long is 400.
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<RecordedEvent> search(TenantId tenant, EventQuery query, int limit) {
        try {
            return store.search(tenant, query, limit);
        } catch (StatementTimeout e) {
            var problem =
                    Problem.invalid("This would read too much of the log; ask for a shorter time by 'from' and 'to'.");
            problem.initCause(e);
            throw problem;
        }
    }

    /** One event. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<RecordedEvent> find(TenantId tenant, UUID id) {
        return store.find(tenant, id);
    }

    /** The first tenant after {@code after}, by number, that has events from before {@code time}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<TenantId> tenantBefore(Instant time, TenantId after) {
        UUID first = EventTime.first(time);
        Optional<RecordedEvent> oldest = store.oldestAfter(after);
        while (oldest.isPresent() && oldest.get().id().compareTo(first) >= 0) {
            oldest = store.oldestAfter(oldest.get().event().tenant());
        }
        return oldest.map(event -> event.event().tenant());
    }

    /** Deletes up to {@value #CHUNK} of the tenant's events from before {@code time}; how many. */
    public int expire(TenantId tenant, Instant time) {
        return store.delete(tenant, EventTime.first(time), CHUNK);
    }
}
