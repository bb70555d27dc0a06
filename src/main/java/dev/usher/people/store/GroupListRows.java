package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.scim.schema.CompareKey;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Lists groups by name, for administrators. */
@ApplicationScoped
public class GroupListRows {
    private static final int PREFIX_BYTES = 200;

    @Inject
    private Database database;

    @Inject
    private GroupRows groups;

    /** Groups whose name begins so, by name, behind that key; at most {@code limit}. Two statements. */
    public List<GroupRow> page(TenantId tenant, String prefix, Optional<byte[]> after, int limit) {
        byte[] key = CompareKey.text(prefix, false).full();
        byte[] from = Arrays.copyOf(key, Math.min(key.length, PREFIX_BYTES));
        byte[] to = Arrays.copyOf(from, from.length + 1);
        to[from.length] = (byte) 0xFF; // no UTF-8 text has this byte
        var parameters = new ArrayList<Object>(List.of(tenant.number(), from, to));
        var sql = new StringBuilder("SELECT id FROM scim_group WHERE tenant_no=? AND name_key>=? AND name_key<?");
        after.ifPresent(last -> {
            sql.append(" AND name_key>?");
            parameters.add(last);
        });
        sql.append(" ORDER BY tenant_no, name_key LIMIT ?");
        parameters.add(limit);
        return load(tenant, database.query(sql.toString(), row -> row.uuid(1), parameters.toArray()));
    }

    private List<GroupRow> load(TenantId tenant, List<UUID> ids) {
        var byId = new HashMap<UUID, GroupRow>();
        groups.find(tenant, ids).forEach(group -> byId.put(group.id(), group));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
