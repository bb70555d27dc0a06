package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.StatementTimeout;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.Operator;
import dev.usher.scim.filter.Path;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.AttributeType;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** Counts users by the values of one attribute, as mappings compare them. */
@ApplicationScoped
public class MatchRows {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST_ASKED = 100;
    /** Their rows hold the text that mappings compare; numbers and dates are kept in another form. */
    private static final Set<AttributeType> TEXTS =
            Set.of(AttributeType.STRING, AttributeType.REFERENCE, AttributeType.BOOLEAN);

    @Inject
    private Database database;

    @Inject
    private AttributeNumbers numbers;

    /** Users with one of the values: in exactly this case, and in any. */
    public record Found(long exact, long folded) {}

    /** An element's part that must have this value too, as {@code type eq "work"}. */
    private record Condition(int attribute, byte[] value) {}

    /**
     * Empty where the value table does not have all the path's values, and where counting takes too long. The registry is the
     * one that writes go by; the path is one for searches. Two statements.
     */
    public Optional<Found> count(Caller caller, SchemaRegistry registry, Path path, List<String> values) {
        var known = numbers.prepared(caller, registry);
        OptionalInt attribute = indexed(known, path.attribute());
        if (attribute.isEmpty() || !TEXTS.contains(path.attribute().leaf().type())) {
            return Optional.empty();
        }
        Optional<Condition> condition = path.filter().flatMap(filter -> condition(known, filter));
        if (path.filter().isPresent() && condition.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(found(caller.tenant(), attribute.getAsInt(), condition, path, values));
        } catch (StatementTimeout e) {
            return Optional.empty();
        }
    }

    /**
     * Those of these attributes that are in the value table and of which it has no value. The registry is the one that writes
     * go by; the attributes are ones for searches. One statement.
     */
    public Set<AttributePath> absent(Caller caller, SchemaRegistry registry, Collection<AttributePath> attributes) {
        var known = numbers.prepared(caller, registry);
        var asked = new TreeMap<Integer, AttributePath>();
        attributes.stream()
                .limit(MOST_ASKED)
                .forEach(path -> indexed(known, path).ifPresent(number -> asked.put(number, path)));
        if (asked.isEmpty()) {
            return Set.of();
        }
        var sql = new StringBuilder();
        var parameters = new ArrayList<Object>();
        for (int number : asked.keySet()) {
            // One seek each in the index, however many values there are.
            sql.append(sql.isEmpty() ? "" : " UNION ALL ")
                    .append("(SELECT attr_no FROM user_attr WHERE tenant_no=? AND attr_no=? LIMIT 1)");
            parameters.add(caller.tenant().number());
            parameters.add(number);
        }
        database.query(sql.toString(), row -> row.integer(1), parameters.toArray())
                .forEach(asked::remove);
        return Set.copyOf(asked.values());
    }

    /** RFC 7643's paths have their numbers whether values are written or not. */
    private static OptionalInt indexed(AttributeNumbers.Numbers known, AttributePath path) {
        return path.leaf().indexed() ? known.of(path) : OptionalInt.empty();
    }

    private static Optional<Condition> condition(AttributeNumbers.Numbers known, Filter filter) {
        if (!(filter instanceof Filter.Compare compare) || compare.operator() != Operator.EQ) {
            return Optional.empty();
        }
        if (compare.asksPrimary() && !compare.wantsPrimary()) {
            return Optional.empty(); // no row need say that an element is not primary
        }
        AttributePath part = compare.path();
        OptionalInt number = indexed(known, part);
        Optional<CompareKey> key = CompareKey.of(part.leaf(), compare.value());
        return number.isEmpty() ? Optional.empty() : key.map(value -> new Condition(number.getAsInt(), value.bytes()));
    }

    private Found found(TenantId tenant, int attribute, Optional<Condition> condition, Path path, List<String> values) {
        boolean caseExact = path.attribute().leaf().caseExact();
        List<byte[]> folded = keys(values, caseExact);
        long any = count(tenant, attribute, condition, folded, List.of());
        long exact = caseExact ? any : count(tenant, attribute, condition, folded, keys(values, true));
        return new Found(exact, any);
    }

    private static List<byte[]> keys(List<String> values, boolean caseExact) {
        return values.stream()
                .map(value -> CompareKey.text(value, caseExact).bytes())
                .toList();
    }

    private long count(
            TenantId tenant, int attribute, Optional<Condition> condition, List<byte[]> folded, List<byte[]> exact) {
        var sql = new StringBuilder("SELECT COUNT(DISTINCT a.user_id) FROM user_attr a");
        var parameters = new ArrayList<Object>();
        condition.ifPresent(part -> {
            sql.append(
                    " JOIN user_attr b ON b.tenant_no=? AND b.user_id=a.user_id AND b.attr_no=? AND b.ord=a.ord AND b.v=?");
            parameters.addAll(List.of(tenant.number(), part.attribute(), part.value()));
        });
        sql.append(" WHERE a.tenant_no=? AND a.attr_no=? AND a.v IN (")
                .append(Database.marks(folded.size()))
                .append(')');
        parameters.add(tenant.number());
        parameters.add(attribute);
        parameters.addAll(folded);
        if (!exact.isEmpty()) {
            // v_exact is empty where the case of the value was kept anyway.
            sql.append(" AND COALESCE(a.v_exact, a.v) IN (")
                    .append(Database.marks(exact.size()))
                    .append(')');
            parameters.addAll(exact);
        }
        return database.within(PATIENCE).count(sql.toString(), parameters.toArray());
    }
}
