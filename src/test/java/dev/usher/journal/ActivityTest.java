package dev.usher.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.platform.store.EntityUnit;
import dev.usher.scim.Samples;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ActivityTest {
    @AutoClose
    private static final EntityUnit UNIT = new EntityUnit();

    private static final int DAYS = 2; // midnight may pass meanwhile

    private final TenantId tenant = UNIT.transaction(
                    () -> UNIT.bean(Tenants.class).create("t" + UUID.randomUUID(), "Acme"))
            .id();
    private final Activity activity = UNIT.bean(Activity.class);

    @Test
    void countsWhatWasAskedOfUsersOnce() {
        told(Kind.USER_CREATED, Outcome.ACCEPTED, "");
        told(Kind.USER_PATCHED, Outcome.ACCEPTED, "");
        told(Kind.USER_ADOPTED, Outcome.ACCEPTED, "");
        told(Kind.USER_MOVED, Outcome.ACCEPTED, "");
        told(Kind.GROUP_PATCHED, Outcome.ACCEPTED, "");
        told(Kind.USER_CREATED, Outcome.REFUSED, "no-seat");
        told(Kind.GROUP_CREATED, Outcome.REFUSED, "uniqueness");
        told(Kind.BULK, Outcome.REFUSED, "tooMany");

        assertThat(sum(DayActivity.Numbers::created)).isEqualTo(1);
        assertThat(sum(DayActivity.Numbers::updated)).isEqualTo(1);
        assertThat(sum(DayActivity.Numbers::refused)).isEqualTo(1);
        assertThat(activity.refusals(tenant, DAYS)).isEqualTo(List.of(new RefusalCount("no-seat", 1)));
    }

    @Test
    void tellsWhyUsersWereRefusedBehindManyRefusalsOfGroups() {
        told(Kind.USER_CREATED, Outcome.REFUSED, "no-mapping");
        for (int i = 0; i < 2_000; i++) {
            told(Kind.GROUP_PATCHED, Outcome.REFUSED, "tooMany");
        }

        assertThat(activity.refusals(tenant, DAYS)).containsExactly(new RefusalCount("no-mapping", 1));
    }

    private void told(Kind kind, Outcome outcome, String code) {
        var event = new ProvisioningEvent(
                tenant, Optional.empty(), kind, outcome, Samples.json("{'code':'%s'}".formatted(code)));
        UNIT.transaction(() -> UNIT.bean(Journal.class).record(event));
    }

    private long sum(ToLongFunction<DayActivity.Numbers> number) {
        return activity.days(tenant, DAYS).stream()
                .map(DayActivity::numbers)
                .flatMap(Optional::stream)
                .mapToLong(number)
                .sum();
    }
}
