package dev.usher.people.store;

import dev.usher.people.Member;
import dev.usher.platform.Database;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Who is in which group: users in {@code membership}, groups in {@code group_nesting}. */
@ApplicationScoped
public class Memberships {
    /** Where members may stand; the two tables have the same shape. */
    public enum Kind {
        USERS("membership", "group_id", "member_id"),
        GROUPS("group_nesting", "parent_id", "child_id");

        private final String table;
        private final String group;
        private final String member;

        Kind(String table, String group, String member) {
            this.table = table;
            this.group = group;
            this.member = member;
        }
    }

    private static final UUID FIRST = new UUID(0, 0);
    private static final Comparator<Member> BY_ID = Comparator.comparing(Member::id, Memberships::unsigned);

    /** As many members as one statement reads or takes out. */
    public static final int CHUNK = 10_000;

    @Inject
    private Database database;

    /** Ids in the order of their bytes, which is the databases' order and the order of locks. */
    public static int unsigned(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    /**
     * Which of these are users that SCIM sees, kept from being deleted until the transaction ends. The version is read so
     * that InnoDB locks the rows: of what an index covers, a shared lock is on its entries alone.
     */
    public Set<UUID> lockUsers(TenantId tenant, SortedSet<UUID> ids) {
        var list = new IdList(database.dialect());
        var found = new HashSet<UUID>();
        for (List<UUID> chunk : GroupRows.chunks(ids)) {
            Sql sql = Sql.of("SELECT a.id, a.version FROM account a")
                    .add(list.where("a.tenant_no", tenant, "a.id", chunk))
                    .add(" AND a.scim_visible=1" + list.lockOrder("a.tenant_no, a.id") + " "
                            + database.dialect().shareLock());
            found.addAll(database.query(sql.text(), row -> row.uuid(1), sql.parameters()));
        }
        return found;
    }

    /** Which of these are in the group. */
    public Set<UUID> among(Kind kind, TenantId tenant, UUID group, Collection<UUID> ids) {
        var list = new IdList(database.dialect());
        var found = new HashSet<UUID>();
        for (List<UUID> chunk : GroupRows.chunks(ids)) {
            Sql sql = Sql.of("SELECT m." + kind.member + " FROM " + kind.table + " m")
                    .add(list.where("m.tenant_no", tenant, "m." + kind.member, chunk))
                    .add(" AND m." + kind.group + "=?", group);
            found.addAll(database.query(sql.text(), row -> row.uuid(1), sql.parameters()));
        }
        return found;
    }

    /**
     * The ids of everybody in the group, whose head the caller holds, in their order; the reader may take them out. One
     * statement for every {@value #CHUNK} and one more where nobody is left over.
     */
    public void walk(Kind kind, TenantId tenant, UUID group, Consumer<List<UUID>> reader) {
        String sql =
                "SELECT " + kind.member + " FROM " + kind.table + " WHERE tenant_no=? AND " + kind.group + "=? AND "
                        + kind.member + ">? ORDER BY tenant_no, " + kind.group + ", " + kind.member + " LIMIT " + CHUNK;
        UUID after = FIRST;
        List<UUID> chunk;
        do {
            chunk = database.query(sql, row -> row.uuid(1), tenant.number(), group, after);
            reader.accept(chunk);
            after = chunk.isEmpty() ? after : chunk.get(chunk.size() - 1);
        } while (chunk.size() == CHUNK);
    }

    /** Puts these in, none of whom is there. */
    public void add(Kind kind, TenantId tenant, UUID group, Collection<UUID> ids) {
        write(
                "INSERT INTO " + kind.table + "(tenant_no, " + kind.group + ", " + kind.member + ") VALUES (?,?,?)",
                tenant,
                group,
                ids);
    }

    /** Takes these out. */
    public void remove(Kind kind, TenantId tenant, UUID group, Collection<UUID> ids) {
        write(
                "DELETE FROM " + kind.table + " WHERE tenant_no=? AND " + kind.group + "=? AND " + kind.member + "=?",
                tenant,
                group,
                ids);
    }

    /**
     * Takes everybody out, whose group's head the caller holds; how many there were. One statement for every ten thousand:
     * a network's time limit ends a longer one.
     */
    public int clear(Kind kind, TenantId tenant, UUID group) {
        String sql = "DELETE FROM " + kind.table + " WHERE tenant_no=? AND " + kind.group + "=? LIMIT " + CHUNK;
        int all = 0;
        int gone = CHUNK;
        while (gone == CHUNK) {
            gone = database.update(sql, tenant.number(), group);
            all += gone;
        }
        return all;
    }

    /** Takes everybody out but these, chunk by chunk; how many went. */
    public int retain(Kind kind, TenantId tenant, UUID group, Set<UUID> kept) {
        if (kept.isEmpty()) {
            return clear(kind, tenant, group);
        }
        var gone = new AtomicInteger();
        walk(kind, tenant, group, chunk -> {
            List<UUID> leaving = chunk.stream().filter(id -> !kept.contains(id)).toList();
            remove(kind, tenant, group, leaving);
            gone.addAndGet(leaving.size());
        });
        return gone.get();
    }

    /** The groups that hold this user or group. One statement. */
    public Set<UUID> holding(Kind kind, TenantId tenant, UUID member) {
        return new HashSet<>(database.query(
                "SELECT " + kind.group + " FROM " + kind.table + " WHERE tenant_no=? AND " + kind.member + "=?",
                row -> row.uuid(1),
                tenant.number(),
                member));
    }

    /** Takes this user or group out of every group. One statement. */
    public void leave(Kind kind, TenantId tenant, UUID member) {
        database.update(
                "DELETE FROM " + kind.table + " WHERE tenant_no=? AND " + kind.member + "=?", tenant.number(), member);
    }

    /** Whether there is any group in this one, whose name others then show. One statement. */
    public boolean holdsGroups(TenantId tenant, UUID group) {
        return database.one(
                        "SELECT child_id FROM group_nesting WHERE tenant_no=? AND parent_id=? LIMIT 1",
                        row -> row.uuid(1),
                        tenant.number(),
                        group)
                .isPresent();
    }

    /** A chunk of a group's members in the order of their ids. Two statements. */
    public List<Member> page(TenantId tenant, UUID group, Optional<UUID> after, int limit) {
        UUID from = after.orElse(FIRST);
        var members = new ArrayList<>(database.query(
                "SELECT m.member_id, COALESCE(v.v_exact, v.v) FROM (SELECT member_id FROM membership WHERE tenant_no=? AND group_id=?"
                        + " AND member_id>? ORDER BY tenant_no, group_id, member_id LIMIT ?) m"
                        + " LEFT JOIN user_attr v ON v.tenant_no=? AND v.user_id=m.member_id AND v.attr_no=? AND v.ord=0",
                row -> new Member(row.uuid(1), false, text(row.optionalBytes(2))),
                tenant.number(),
                group,
                from,
                limit,
                tenant.number(),
                CorePaths.DISPLAY_NAME));
        members.addAll(database.query(
                "SELECT g.id, g.name FROM (SELECT child_id FROM group_nesting WHERE tenant_no=? AND parent_id=?"
                        + " AND child_id>? ORDER BY tenant_no, parent_id, child_id LIMIT ?) n"
                        + " JOIN scim_group g ON g.tenant_no=? AND g.id=n.child_id",
                row -> new Member(row.uuid(1), true, row.text(2)),
                tenant.number(),
                group,
                from,
                limit,
                tenant.number()));
        members.sort(BY_ID);
        return members.size() <= limit ? members : List.copyOf(members.subList(0, limit));
    }

    private void write(String sql, TenantId tenant, UUID group, Collection<UUID> ids) {
        if (!ids.isEmpty()) {
            database.batch(
                    sql,
                    ids.stream()
                            .map(id -> new Object[] {tenant.number(), group, id})
                            .toList());
        }
    }

    /** A shortened key ends in the middle of a character and a hash; it is no text to show. */
    private static String text(Optional<byte[]> exact) {
        return exact.filter(bytes -> bytes.length < 255)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
    }
}
