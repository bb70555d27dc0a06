package dev.usher.people;

import dev.usher.catalog.Licence;
import dev.usher.catalog.Licences;
import dev.usher.notification.Outbox;
import dev.usher.notification.Topic;
import dev.usher.people.store.AccountRow;
import dev.usher.people.store.BatchRows;
import dev.usher.platform.Settings;
import dev.usher.platform.Uuid7;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The guard against mass deprovisioning: an identity provider whose configuration went wrong deactivates a whole company.
 * Its wishes are granted and access ends, but the seats of such a wave, and the clocks of its purge, wait for an
 * administrator. Joins the caller's transaction; costs nothing unless a seat is to be released.
 */
@Dependent
class DeactivationGuard {
    /** The code on the event of a deactivation that waits. */
    static final String WAITS = "mass-deactivation";

    private static final int PERCENT = 100;

    @Inject
    private BatchRows batches;

    @Inject
    private Licences licences;

    @Inject
    private Outbox outbox;

    @Inject
    private Settings settings;

    @Inject
    private Uuid7 ids;

    @Inject
    private Clock clock;

    /** The step, with the seat kept where it belongs to a wave. */
    Life.Step judged(WriteContext context, AccountRow before, Life.Step step) {
        Life past = before.life();
        Life next = step.life();
        if (!context.byIdp() || !past.seatHeld() || next.seatHeld()) {
            return step;
        }
        boolean waits =
                past.state().active() ? wave(context.tenant()) : batches.waits(context.tenant(), before.since());
        return waits ? new Life.Step(new Life(next.state(), true, next.visible()), "") : step;
    }

    /** Whether the step left a seat with somebody inactive for no other reason than the guard. */
    static boolean holds(Life.Step step) {
        return step.life().seatHeld()
                && !step.life().state().active()
                && step.reason().isEmpty();
    }

    /** Puts somebody who waits into the open batch, or opens one and tells administrators. Locks the licence's row. */
    void follow(WriteContext context, AccountRow after, Life.Step step) {
        if (!context.byIdp() || !holds(step)) {
            return;
        }
        TenantId tenant = context.tenant();
        licences.lock(tenant); // one after another, so that a wave is one batch
        Instant windowBegan = after.since().minus(window());
        if (batches.grow(tenant, windowBegan, after.since())) {
            return;
        }
        UUID id = ids.next();
        batches.open(tenant, id, windowBegan, after.since());
        outbox.add(
                tenant,
                Topic.NOTICE,
                JsonParts.object()
                        .add("notice", WAITS)
                        .add("batchId", id.toString())
                        .add("text", "The identity provider deactivates many users. Confirm it, or restore them all.")
                        .build());
    }

    private boolean wave(TenantId tenant) {
        Instant since = clock.instant().minus(window());
        BatchRows.Lately lately = batches.since(tenant, since, settings.guardMost() + 1L);
        long deactivated = lately.deactivated() + 1;
        if (deactivated > settings.guardMost()) {
            return true;
        }
        if (deactivated <= settings.guardUsers()) {
            return false;
        }
        Licence licence = licences.of(tenant);
        long before = licence.visibleUsers() + lately.deactivated() - lately.visible();
        return deactivated * PERCENT > settings.guardPercent() * before;
    }

    private Duration window() {
        return Duration.ofMinutes(settings.guardMinutes());
    }
}
