package dev.usher.journal;

import dev.usher.journal.store.ActivityStore;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The provisioning log in numbers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Activity {
    /** The longest time looked back. */
    public static final int MOST_DAYS = 90;

    @Inject
    private ActivityStore store;

    @Inject
    private Clock clock;

    /** The last days, oldest first, today last. A day that has ended is counted once on each node. */
    public List<DayActivity> days(TenantId tenant, int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return today.minusDays(Math.min(days, MOST_DAYS) - 1L)
                .datesUntil(today.plusDays(1))
                .map(day -> store.day(tenant, day, day.isBefore(today)))
                .toList();
    }

    /** Why users were refused in the last days, the most frequent reason first; of the newest 2,000 refusals. */
    public List<RefusalCount> refusals(TenantId tenant, int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return store.refusals(tenant, today.minusDays(Math.min(days, MOST_DAYS) - 1L));
    }
}
