package dev.usher.people.store;

import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;

/** The head rows that SCIM sees of one type, and the index in which they are walked in the order of their ids. */
enum Population {
    /** Users: {@code ix_walk}. */
    USERS("account", " AND h.scim_visible = 1", "h.tenant_no%1$s, h.scim_visible%1$s, h.id%1$s"),
    /** Groups: the primary key. */
    GROUPS("scim_group", "", "h.tenant_no%1$s, h.id%1$s");

    private final String table;
    private final String visible;
    private final String order;

    Population(String table, String visible, String order) {
        this.table = table;
        this.visible = visible;
        this.order = order;
    }

    static Population of(ResourceType type) {
        return type == ResourceType.USER ? USERS : GROUPS;
    }

    /** The head table's name. */
    String table() {
        return table;
    }

    /** {@code ORDER BY} of a walk: the whole prefix of the index, else H2 sorts. */
    String walkOrder(boolean descending) {
        return order.formatted(descending ? " DESC" : "");
    }

    /** What holds for every head row {@code h} of the tenant that SCIM sees. */
    Sql mine(TenantId tenant) {
        return Sql.of("h.tenant_no = ?" + visible, tenant.number());
    }
}
