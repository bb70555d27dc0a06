package dev.usher.people.store;

import dev.usher.people.store.AttributeNumbers.Numbers;
import dev.usher.people.store.UniqueValues.Claim;
import dev.usher.platform.Database;
import dev.usher.scim.resource.IndexedValue;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Uniqueness;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The value table: one row for each indexed value of a user that SCIM sees. Only rows that differ are written, because
 * index rows are most of what a write costs; which differ is told by the documents, without reading any.
 */
@ApplicationScoped
public class ValueRows {
    private static final byte[] NONE = {};

    @Inject
    private Database database;

    @Inject
    private UniqueValues unique;

    private record Place(int attribute, int ordinal, AttributePath path) {
        boolean unique() {
            return attribute >= AttributeNumbers.FIRST_CUSTOM && path.leaf().uniqueness() != Uniqueness.NONE;
        }
    }

    /** {@code exact} is empty where the case was kept anyway: most index rows are narrower by it. */
    private static final class Cell {
        private final boolean representative;
        private final byte[] value;
        private final byte[] exact;

        Cell(IndexedValue each) {
            representative = each.representative();
            value = each.key().bytes();
            exact = each.exact().equals(each.key()) ? NONE : each.exact().bytes();
        }

        boolean same(Cell other) {
            return representative == other.representative
                    && Arrays.equals(value, other.value)
                    && Arrays.equals(exact, other.exact);
        }

        Optional<byte[]> exactColumn() {
            return Optional.of(exact).filter(bytes -> bytes.length > 0);
        }
    }

    /** From these values to those: at most three statements, each a batch; none where nothing differs. */
    public void write(
            TenantId tenant, UUID user, Numbers numbers, List<IndexedValue> before, List<IndexedValue> after) {
        Map<Place, Cell> old = cells(numbers, before);
        var inserted = new ArrayList<Object[]>();
        var updated = new ArrayList<Object[]>();
        var claims = new ArrayList<Claim>();
        cells(numbers, after).forEach((place, cell) -> {
            Cell was = old.remove(place);
            if (place.unique() && (was == null || !Arrays.equals(was.value, cell.value))) {
                claims.add(claim(place, cell));
            }
            if (was == null) {
                inserted.add(insertion(tenant, user, place, cell));
            } else if (!was.same(cell)) {
                updated.add(new Object[] {
                    cell.representative,
                    cell.value,
                    cell.exactColumn(),
                    tenant.number(),
                    user,
                    place.attribute(),
                    place.ordinal()
                });
            }
        });
        if (!claims.isEmpty()) {
            unique.require(tenant, user, claims);
        }
        var deleted = old.keySet().stream()
                .map(place -> new Object[] {tenant.number(), user, place.attribute(), place.ordinal()})
                .toList();
        batch("DELETE FROM user_attr WHERE tenant_no=? AND user_id=? AND attr_no=? AND ord=?", deleted);
        batch(
                "UPDATE user_attr SET rep=?, v=?, v_exact=? WHERE tenant_no=? AND user_id=? AND attr_no=? AND ord=?",
                updated);
        insert(inserted);
    }

    /** What somebody new with these values would claim, and nobody else may have. */
    public static List<Claim> claims(Numbers numbers, List<IndexedValue> values) {
        var claims = new ArrayList<Claim>();
        cells(numbers, values).forEach((place, cell) -> {
            if (place.unique()) {
                claims.add(claim(place, cell));
            }
        });
        return claims;
    }

    private static Claim claim(Place place, Cell cell) {
        return new Claim(place.path(), place.attribute(), cell.value);
    }

    /** These paths' values anew, whatever stands there. Two statements. */
    public void rewrite(
            TenantId tenant, UUID user, Numbers numbers, List<AttributePath> paths, List<IndexedValue> values) {
        List<Object> parameters = new ArrayList<>(List.of(tenant.number(), user));
        paths.forEach(path -> numbers.of(path).ifPresent(parameters::add));
        if (parameters.size() > 2) {
            String marks = Database.marks(parameters.size() - 2);
            database.update(
                    "DELETE FROM user_attr WHERE tenant_no=? AND user_id=? AND attr_no IN (" + marks + ")",
                    parameters.toArray());
        }
        var rows = new ArrayList<Object[]>();
        cells(numbers, values).forEach((place, cell) -> rows.add(insertion(tenant, user, place, cell)));
        insert(rows);
    }

    private void insert(List<Object[]> rows) {
        batch("INSERT INTO user_attr(tenant_no, user_id, attr_no, ord, rep, v, v_exact) VALUES (?,?,?,?,?,?,?)", rows);
    }

    /** Every value of a user goes: SCIM sees it no more. One statement. */
    public void clear(TenantId tenant, UUID user) {
        database.update("DELETE FROM user_attr WHERE tenant_no=? AND user_id=?", tenant.number(), user);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            database.batch(sql, rows);
        }
    }

    private static Object[] insertion(TenantId tenant, UUID user, Place place, Cell cell) {
        return new Object[] {
            tenant.number(),
            user,
            place.attribute(),
            place.ordinal(),
            cell.representative,
            cell.value,
            cell.exactColumn()
        };
    }

    private static Map<Place, Cell> cells(Numbers numbers, List<IndexedValue> values) {
        var cells = new LinkedHashMap<Place, Cell>();
        for (IndexedValue each : values) {
            numbers.of(each.path())
                    .ifPresent(number -> cells.put(new Place(number, each.ordinal(), each.path()), new Cell(each)));
        }
        return cells;
    }
}
