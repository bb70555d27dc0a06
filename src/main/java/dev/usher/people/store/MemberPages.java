package dev.usher.people.store;

import dev.usher.people.Member;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The first members of several groups at once, for lists of groups. Each group is a range of its own in a UNION: with IN
 * over the groups H2 reads every membership of the tenant.
 */
@ApplicationScoped
public class MemberPages {
    private static final int SHORTENED_BYTES = 255;

    @Inject
    private Database database;

    private record InGroup(UUID group, Member member) {}

    /** The first {@code limit} members of each group in the order of their ids; two statements. */
    public Map<UUID, List<Member>> first(TenantId tenant, List<UUID> groups, int limit) {
        if (groups.isEmpty()) {
            return Map.of();
        }
        Sql users = Sql.of("SELECT m.id, m.member, COALESCE(v.v_exact, v.v) FROM (")
                .add(heads("membership", "group_id", "member_id", tenant, groups, limit))
                .add(
                        ") m LEFT JOIN user_attr v ON v.tenant_no = ? AND v.user_id = m.member AND v.attr_no = ?"
                                + " AND v.ord = 0",
                        tenant.number(),
                        CorePaths.DISPLAY_NAME);
        Sql nested = Sql.of("SELECT m.id, m.member, g.name FROM (")
                .add(heads("group_nesting", "parent_id", "child_id", tenant, groups, limit))
                .add(") m JOIN scim_group g ON g.tenant_no = ? AND g.id = m.member", tenant.number());
        var found = new HashMap<UUID, List<Member>>();
        groups.forEach(group -> found.put(group, new ArrayList<>()));
        var all = new ArrayList<InGroup>();
        all.addAll(database.query(users.text(), MemberPages::user, users.parameters()));
        all.addAll(database.query(
                nested.text(),
                row -> new InGroup(row.uuid(1), new Member(row.uuid(2), true, row.text(3))),
                nested.parameters()));
        all.forEach(each ->
                found.computeIfAbsent(each.group(), id -> new ArrayList<>()).add(each.member()));
        found.replaceAll((group, members) -> members.stream()
                .sorted(Comparator.comparing(Member::id, Memberships::unsigned))
                .limit(limit)
                .toList());
        return found;
    }

    private static Sql heads(String table, String group, String member, TenantId tenant, List<UUID> groups, int limit) {
        var sql = new Sql();
        for (UUID each : groups) {
            sql.add(sql.isEmpty() ? "" : " UNION ALL ")
                    .add(
                            "(SELECT " + group + " AS id, " + member + " AS member FROM " + table
                                    + " WHERE tenant_no = ?" + " AND " + group + " = ? ORDER BY tenant_no, " + group
                                    + ", " + member + " LIMIT ?)",
                            tenant.number(),
                            each,
                            limit);
        }
        return sql;
    }

    private static InGroup user(Row row) {
        // A shortened key ends in the middle of a character and a hash; it is no text to show.
        Optional<byte[]> name = row.optionalBytes(3).filter(bytes -> bytes.length < SHORTENED_BYTES);
        String display =
                name.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
        return new InGroup(row.uuid(1), new Member(row.uuid(2), false, display));
    }
}
