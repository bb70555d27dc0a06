package dev.usher.journal.store;

import dev.usher.journal.DayActivity;
import dev.usher.journal.EventTime;
import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.journal.RefusalCount;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Counts over table provisioning_event. */
@ApplicationScoped
public class ActivityStore {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int READ_REFUSALS = 2_000;
    private static final Set<Kind> CREATED = EnumSet.of(Kind.USER_CREATED, Kind.USER_RESTORED);
    /** Without adoptions and moves: what arrived and led to one is told by an event of its own. */
    private static final Set<Kind> UPDATED =
            EnumSet.of(Kind.USER_REPLACED, Kind.USER_PATCHED, Kind.USER_DELETED, Kind.USER_PRESERVED);
    /** What is asked of users; a refusal has no other kind of theirs. */
    private static final Set<Kind> ASKED =
            EnumSet.of(Kind.USER_CREATED, Kind.USER_REPLACED, Kind.USER_PATCHED, Kind.USER_DELETED);

    @Inject
    private Database database;

    @Inject
    private RememberedDays remembered;

    private record Counted(Kind kind, Outcome outcome, long count) {}

    /** The day's numbers. At most one statement, none for a day that is remembered, nor from {@code enough} on. */
    public DayActivity day(TenantId tenant, LocalDate day, Instant enough) {
        return new DayActivity(day, remembered.numbers(tenant, day, enough, () -> count(tenant, day)));
    }

    private DayActivity.Numbers count(TenantId tenant, LocalDate day) {
        List<Counted> rows = database.within(PATIENCE)
                .query(
                        "SELECT kind, outcome, COUNT(*) FROM provisioning_event WHERE tenant_no = ? AND id >= ? AND id < ?"
                                + " GROUP BY kind, outcome",
                        row -> new Counted(row.constant(1, Kind.class), row.constant(2, Outcome.class), row.number(3)),
                        tenant.number(),
                        first(day),
                        first(day.plusDays(1)));
        long created = 0;
        long updated = 0;
        long refused = 0;
        for (Counted row : rows) {
            if (row.outcome() == Outcome.REFUSED && ASKED.contains(row.kind())) {
                refused += row.count();
            } else if (row.outcome() == Outcome.ACCEPTED && CREATED.contains(row.kind())) {
                created += row.count();
            } else if (row.outcome() == Outcome.ACCEPTED && UPDATED.contains(row.kind())) {
                updated += row.count();
            }
        }
        return new DayActivity.Numbers(created, updated, refused);
    }

    /** Reasons since that day, the most frequent first. One statement; it walks past groups' too, for no index knows kinds. */
    public List<RefusalCount> refusals(TenantId tenant, LocalDate since) {
        var parameters = new ArrayList<Object>(List.of(tenant.number(), Outcome.REFUSED, first(since)));
        parameters.addAll(ASKED);
        parameters.add(READ_REFUSALS);
        var counts = new TreeMap<String, Long>();
        database.within(PATIENCE)
                .query(
                        "SELECT detail FROM provisioning_event WHERE tenant_no = ? AND outcome = ? AND id >= ? AND kind IN ("
                                + Database.marks(ASKED.size())
                                + ") ORDER BY tenant_no DESC, outcome DESC, id DESC LIMIT ?",
                        row -> code(EventDetail.json(row.text(1))),
                        parameters.toArray())
                .forEach(code -> counts.merge(code, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new RefusalCount(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(RefusalCount::count).reversed())
                .toList();
    }

    private static String code(JsonObject detail) {
        return detail.getString("code", "other");
    }

    private static UUID first(LocalDate day) {
        return EventTime.first(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
