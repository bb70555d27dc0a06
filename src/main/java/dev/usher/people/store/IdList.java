package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.Dialect;
import dev.usher.tenant.TenantId;
import java.util.Collection;
import java.util.UUID;

/**
 * Finds the rows of some ids by their key. For {@code tenant_no=? AND id IN (?,?)} H2 walks the whole tenant (5,001 rows
 * for 3 of 5,000, measured), and for row values it compares each row with each of them; joined to the ids as a table it
 * seeks once for each. MySQL and MariaDB seek for the plain list, and have no range for row values.
 */
final class IdList {
    private final Dialect dialect;

    IdList(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * What follows the tables of a FROM clause, all joined plainly: the rows of the tenant whose {@code id} column has one
     * of the ids, at least one. More conditions may follow after {@code AND}.
     */
    Sql where(String tenantColumn, TenantId tenant, String id, Collection<UUID> ids) {
        if (dialect.embedded() && ids.size() > 1) {
            String row = "(CAST(? AS BINARY(16)))";
            String rows = row + ("," + row).repeat(ids.size() - 1);
            return Sql.of(" JOIN (VALUES " + rows + ") ids(id) ON ids.id=" + id, ids.toArray())
                    .add(" WHERE " + tenantColumn + "=?", tenant.number());
        }
        return Sql.of(" WHERE " + tenantColumn + "=?", tenant.number())
                .add(" AND " + id + " IN (" + Database.marks(ids.size()) + ")", ids.toArray());
    }

    /**
     * The order in which rows are locked, where the ids are given in theirs: H2 takes them as given, and would walk an
     * index if it were asked to sort.
     */
    String lockOrder(String columns) {
        return dialect.embedded() ? "" : " ORDER BY " + columns;
    }
}
