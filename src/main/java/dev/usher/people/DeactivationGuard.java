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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
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
    /** No transaction takes longer; one that began before a batch was opened cannot have seen it. */
    private static final Duration SLOWEST_WRITE = Duration.ofMinutes(1);

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

    /**
     * What the guard says of a step. {@code holds}: the guard alone keeps the seat in {@code step}; {@code ends}: the
     * identity provider ends somebody's access; {@code wave}: it is one of many.
     */
    record Verdict(Life.Step step, boolean holds, boolean ends, boolean wave) {
        /** The step as it was wished. */
        static Verdict of(Life.Step step) {
            return new Verdict(step, false, false, false);
        }

        /** The code of the step's event: that the seat waits, or what stood against the wish. */
        Optional<String> code() {
            return holds ? Optional.of(WAITS) : step.reason();
        }
    }

    /** Judges a step, from the life before it. */
    Verdict judged(WriteContext context, AccountRow before, Life.Step step) {
        Life past = before.life();
        Life next = step.life();
        if (!context.byIdp() || next.state().active()) {
            return Verdict.of(step);
        }
        boolean gives = past.seatHeld() && !next.seatHeld();
        if (!past.state().active()) {
            boolean waits = gives
                    && before.deactivation()
                            .batch()
                            .filter(batch -> batches.waits(context.tenant(), batch))
                            .isPresent();
            return new Verdict(waits ? kept(next) : step, waits, false, false);
        }
        boolean wave = wave(context.tenant());
        boolean holds = wave && gives;
        return new Verdict(holds ? kept(next) : step, holds, true, wave);
    }

    /**
     * Puts somebody of a wave into the open batch, seat or none, or opens one and tells administrators. Call it after the
     * licence's row was written, whose lock lets one after another in: so a wave is one batch, and whoever was judged
     * before it was found out sees it here.
     */
    void follow(WriteContext context, AccountRow after, Verdict verdict) {
        if (!verdict.ends()) {
            return;
        }
        TenantId tenant = context.tenant();
        Instant at = after.since();
        Optional<UUID> open = batches.goingOn(tenant, at.minus(verdict.wave() ? window() : SLOWEST_WRITE))
                .filter(batch -> batches.grow(tenant, batch, at));
        if (open.isPresent()) {
            batches.join(tenant, open.get(), after.id());
        } else if (verdict.wave()) {
            batches.join(tenant, open(tenant, at), after.id());
        }
    }

    /**
     * A new batch begins after the last one that was decided, so that nobody is decided about twice. Who opens it may have
     * been deactivated just before that decision, and joins it by name.
     */
    private UUID open(TenantId tenant, Instant at) {
        Instant windowBegan = at.minus(window());
        Instant began = batches.lastDecided(tenant)
                .map(last -> last.plus(1, ChronoUnit.MICROS))
                .filter(windowBegan::isBefore)
                .orElse(windowBegan);
        UUID id = ids.next();
        batches.open(tenant, id, began, at);
        outbox.add(
                tenant,
                Topic.NOTICE,
                JsonParts.object()
                        .add("notice", WAITS)
                        .add("batchId", id.toString())
                        .add("text", "The identity provider deactivates many users. Confirm it, or restore them all.")
                        .build());
        return id;
    }

    private static Life.Step kept(Life next) {
        return new Life.Step(new Life(next.state(), true, next.visible()), "");
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
