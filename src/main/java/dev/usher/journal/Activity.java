package dev.usher.journal;

import dev.usher.journal.store.ActivityStore;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The provisioning log in numbers. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Activity {
    /** The longest time looked back. */
    public static final int MOST_DAYS = 90;

    /** How long one answer may be counted for, and one count longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Inject
    private ActivityStore store;

    @Inject
    private Clock clock;

    /**
     * The last days, oldest first, today last. A day that has ended is counted once on each node. What cannot be counted
     * in {@link #PATIENCE}, today first, or is not kept as long, has no numbers.
     */
    public List<DayActivity> days(TenantId tenant, int days) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var found = new ArrayList<DayActivity>();
        for (int ago = 0; ago < Math.min(days, MOST_DAYS); ago++) {
            found.add(store.day(tenant, today.minusDays(ago), now.plus(PATIENCE)));
        }
        Collections.reverse(found);
        return List.copyOf(found);
    }

    /** Why users were refused in the last days, the most frequent reason first; of their newest 2,000. */
    public List<RefusalCount> refusals(TenantId tenant, int days) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return store.refusals(tenant, today.minusDays(Math.min(days, MOST_DAYS) - 1L));
    }
}
