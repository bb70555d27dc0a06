package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;

/** Heads of groups: everything of a group but its members. */
@ApplicationScoped
public class GroupRows {
    private static final String HEAD =
            "SELECT g.id, g.connection_no, g.doc, g.member_count, g.created_at, g.modified_at, g.version FROM scim_group g";
    private static final int NAME_BYTES = 512;
    private static final int NAME_CHARACTERS = 1_000;
    private static final int CHUNK = 500;

    @Inject
    private Database database;

    /** The group. One statement. */
    public Optional<GroupRow> find(TenantId tenant, UUID id) {
        return database.one(HEAD + " WHERE g.tenant_no=? AND g.id=?", GroupRows::read, tenant.number(), id);
    }

    /** The groups of a page, in no order. One statement. */
    public List<GroupRow> find(TenantId tenant, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of(HEAD).add(new IdList(database.dialect()).where("g.tenant_no", tenant, "g.id", ids));
        return database.query(sql.text(), GroupRows::read, sql.parameters());
    }

    /** Those of these groups that exist, locked in the order of their ids until the transaction ends. */
    public List<GroupRow> lock(TenantId tenant, SortedSet<UUID> ids) {
        var list = new IdList(database.dialect());
        var found = new ArrayList<GroupRow>();
        for (List<UUID> chunk : chunks(ids)) {
            Sql sql = Sql.of(HEAD)
                    .add(list.where("g.tenant_no", tenant, "g.id", chunk))
                    .add(list.lockOrder("g.tenant_no, g.id") + " FOR UPDATE");
            found.addAll(database.query(sql.text(), GroupRows::read, sql.parameters()));
        }
        return found;
    }

    /** A new group; the constraint {@code uq_group_name} decides. One statement. */
    public void insert(TenantId tenant, GroupRow group) {
        String name = name(group.document());
        database.update(
                "INSERT INTO scim_group(tenant_no, id, connection_no, name_key, name, external_id, doc, member_count,"
                        + " created_at, modified_at, version) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                tenant.number(),
                group.id(),
                group.connection(),
                nameKey(name),
                name,
                AccountKeys.externalId(group.document()),
                JsonText.write(group.document().document()),
                group.memberCount(),
                group.created(),
                group.modified(),
                group.version());
    }

    /** Writes a group whose head is locked. One statement. */
    public void update(TenantId tenant, GroupRow group) {
        String name = name(group.document());
        database.update(
                "UPDATE scim_group SET name_key=?, name=?, external_id=?, doc=?, member_count=?, modified_at=?,"
                        + " version=? WHERE tenant_no=? AND id=?",
                nameKey(name),
                name,
                AccountKeys.externalId(group.document()),
                JsonText.write(group.document().document()),
                group.memberCount(),
                group.modified(),
                group.version(),
                tenant.number(),
                group.id());
    }

    /** Members changed and nothing else: the document is not sent again. One statement. */
    public void touch(TenantId tenant, GroupRow group) {
        database.update(
                "UPDATE scim_group SET member_count=?, modified_at=?, version=? WHERE tenant_no=? AND id=?",
                group.memberCount(),
                group.modified(),
                group.version(),
                tenant.number(),
                group.id());
    }

    /** One member less in each of these locked groups. */
    public void lostMember(TenantId tenant, Collection<UUID> ids, Instant now) {
        var rows =
                ids.stream().map(id -> new Object[] {now, tenant.number(), id}).toList();
        if (!rows.isEmpty()) {
            database.batch(
                    "UPDATE scim_group SET member_count=member_count-1, version=version+1, modified_at=?"
                            + " WHERE tenant_no=? AND id=?",
                    rows);
        }
    }

    /** The head goes. One statement. */
    public void delete(TenantId tenant, UUID id) {
        database.update("DELETE FROM scim_group WHERE tenant_no=? AND id=?", tenant.number(), id);
    }

    /** The {@code displayName}, required and unique without case; 400 where it is missing or too long. */
    public static String name(ScimResource document) {
        String name = document.text("displayName")
                .orElseThrow(() -> ScimException.invalidValue("displayName is required and must not be empty"));
        if (name.codePointCount(0, name.length()) > NAME_CHARACTERS) {
            throw ScimException.invalidValue("displayName is longer than " + NAME_CHARACTERS + " characters");
        }
        return name;
    }

    /** The compared bytes of a {@code displayName}. */
    public static byte[] nameKey(String name) {
        return AccountKeys.checked("displayName", CompareKey.text(name, false).full(), NAME_BYTES);
    }

    static List<List<UUID>> chunks(Collection<UUID> ids) {
        var all = List.copyOf(ids);
        var chunks = new ArrayList<List<UUID>>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static GroupRow read(Row row) {
        return new GroupRow(
                row.uuid(1),
                row.integer(2),
                new ScimResource(ResourceType.GROUP, JsonText.trusted(row.text(3))),
                row.number(4),
                row.instant(5),
                row.instant(6),
                row.number(7));
    }
}
