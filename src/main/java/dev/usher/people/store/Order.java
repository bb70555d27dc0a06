package dev.usher.people.store;

import dev.usher.people.store.Condition.Column;
import dev.usher.platform.Row;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** The order of a result: by id, by an attribute of the value table, by a column of the head row, or by the document. */
sealed interface Order {
    /** The order of making, since ids are UUIDv7. */
    record ById() implements Order {}

    /** By the representative value. */
    record ByValue(int attribute) implements Order {}

    /** By a column that is never NULL. */
    record ByColumn(Column column) implements Order {}

    /** By what no index orders. */
    record ByDocument(AttributePath path) implements Order {}

    /** The order by this path, or by id. */
    static Order of(ResourceType type, Optional<AttributePath> path, Function<AttributePath, OptionalInt> numbers) {
        if (path.isEmpty()) {
            return new ById();
        }
        AttributePath by = path.get();
        if (by.extension()) {
            return type == ResourceType.USER ? value(by, numbers) : new ByDocument(by);
        }
        return switch (by.text()) {
            case "id" -> new ById();
            case "meta.created" -> new ByColumn(Column.CREATED);
            case "meta.lastModified" -> new ByColumn(Column.MODIFIED);
            case "userName" -> new ByColumn(Column.USER_NAME);
            case "displayName" -> type == ResourceType.GROUP ? new ByColumn(Column.GROUP_NAME) : value(by, numbers);
            default -> value(by, numbers);
        };
    }

    private static Order value(AttributePath path, Function<AttributePath, OptionalInt> numbers) {
        OptionalInt number = path.leaf().indexed() ? numbers.apply(path) : OptionalInt.empty();
        return number.isPresent() ? new ByValue(number.getAsInt()) : new ByDocument(path);
    }

    /** The key of the row with this id as a column of a SELECT. */
    default Sql key(TenantId tenant, Selection selection, Population population) {
        if (this instanceof ByValue value) {
            return Sql.of(
                    "(SELECT MIN(s.v) FROM user_attr s WHERE s.tenant_no = ? AND s.user_id = " + selection.id()
                            + " AND s.attr_no = ? AND s.rep = 1)",
                    tenant.number(),
                    value.attribute());
        }
        if (this instanceof ByColumn by) {
            String column = by.column().sql();
            return selection.walking()
                    ? Sql.of("h." + column)
                    : Sql.of(
                            "(SELECT k." + column + " FROM " + population.table()
                                    + " k WHERE k.tenant_no = ? AND k.id = " + selection.id() + ")",
                            tenant.number());
        }
        return Sql.of("NULL");
    }

    /** The key in this column as bytes; empty for none. */
    default Optional<byte[]> read(Row row, int column) {
        if (this instanceof ByColumn by && by.column().time()) {
            return row.optionalInstant(column).map(Position::key);
        }
        return this instanceof ByValue || this instanceof ByColumn ? row.optionalBytes(column) : Optional.empty();
    }
}
