package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the rarest of several promising terms first, where the kind of the terms does not tell: one statement counts a few
 * rows of each. Without it {@code department eq "Sales" and title eq "Chief"} might read every salesman.
 */
final class Rarity {
    private static final int ENOUGH = 200;
    private static final int MOST_TERMS = 8;

    private final Database database;
    private final Lead lead;

    Rarity(Database database, TenantId tenant, Population population) {
        this.database = database;
        this.lead = new Lead(tenant, population);
    }

    /** The same bounds, whose upper one leads with its rarest term. No statement where there is nothing to choose. */
    Bounds arranged(Bounds bounds) {
        if (!(bounds.over() instanceof Condition.All all)) {
            return bounds;
        }
        Condition arranged = arranged(all);
        return bounds.exact() ? Bounds.exactly(arranged) : new Bounds(arranged, bounds.under(), bounds.doubt());
    }

    private Condition arranged(Condition.All all) {
        List<Condition> rivals =
                all.terms().stream().filter(Rarity::promising).limit(MOST_TERMS).toList();
        boolean clear = all.terms().stream().anyMatch(term -> Lead.cost(term) < Lead.EQUAL_VALUE);
        if (clear || rivals.size() < 2) {
            return all;
        }
        Map<Condition, Long> counts = counts(rivals);
        Comparator<Condition> rarest = Comparator.comparingLong(term -> counts.getOrDefault(term, Long.MAX_VALUE));
        return new Condition.All(all.terms().stream().sorted(rarest).toList());
    }

    private static boolean promising(Condition term) {
        int cost = Lead.cost(term);
        return cost >= Lead.EQUAL_VALUE && cost <= Lead.PREFIX_VALUE;
    }

    private Map<Condition, Long> counts(List<Condition> rivals) {
        var sql = new Sql();
        var asked = new ArrayList<Condition>();
        for (Condition rival : rivals) {
            lead.selection(rival).ifPresent(found -> {
                sql.add(asked.isEmpty() ? "" : " UNION ALL ")
                        .add("SELECT " + asked.size() + ", COUNT(*) FROM (")
                        .add(found.select(Sql.of(found.id() + " AS id")))
                        .add(" LIMIT " + ENOUGH + ") p" + asked.size());
                asked.add(rival);
            });
        }
        var counts = new HashMap<Condition, Long>();
        database.query(sql.text(), row -> counts.put(asked.get(row.integer(1)), row.number(2)), sql.parameters());
        return counts;
    }
}
