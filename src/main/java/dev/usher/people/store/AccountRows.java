package dev.usher.people.store;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.people.AccountState;
import dev.usher.people.Comeback;
import dev.usher.people.Life;
import dev.usher.people.ManagedBy;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Accounts and their documents. */
@ApplicationScoped
public class AccountRows {
    /** Columns of {@link #read}, over {@code account a, account_doc d, assignment s}. */
    static final String COLUMNS = "a.id, a.connection_no, a.managed_by, a.scim_visible, a.state, a.preserved_by,"
            + " a.seat_held, a.state_at, a.deactivated_at, a.batch_id, a.created_at, a.modified_at, a.version, d.doc,"
            + " s.mapping_id, s.order_version, s.profile_id, s.region_id, s.quota_bytes";
    /** The three rows of a person; every account has all of them. */
    static final String TABLES = " FROM account a JOIN account_doc d ON d.tenant_no=a.tenant_no AND d.id=a.id"
            + " JOIN assignment s ON s.tenant_no=a.tenant_no AND s.user_id=a.id";

    private static final String BY_ID = "SELECT " + COLUMNS + TABLES + " WHERE a.tenant_no=? AND a.id=?";
    private static final int MOST_CANDIDATES = 20;

    @Inject
    private Database database;

    /** The person, seen by SCIM or not. One statement. */
    public Optional<Account> find(TenantId tenant, UUID id) {
        return database.one(BY_ID, AccountRows::read, tenant.number(), id);
    }

    /** The person, locked until the transaction ends, so that no change is lost. One statement. */
    public Optional<Account> lock(TenantId tenant, UUID id) {
        return database.one(BY_ID + " FOR UPDATE", AccountRows::read, tenant.number(), id);
    }

    /** Whom SCIM sees by the {@code userName} of this key. One statement. */
    public Optional<UUID> byName(TenantId tenant, byte[] userNameKey) {
        return database.one(
                "SELECT id FROM account WHERE tenant_no=? AND user_name_key=?",
                row -> row.uuid(1),
                tenant.number(),
                userNameKey);
    }

    /** A new person's row and document; the constraint {@code uq_user_name} decides. Two statements. */
    public void insert(TenantId tenant, AccountRow row, ScimResource document) {
        Life life = row.life();
        database.update(
                "INSERT INTO account(tenant_no, id, connection_no, managed_by, scim_visible, state, preserved_by,"
                        + " seat_held, state_at, user_name_key, external_id, created_at, modified_at, version)"
                        + " VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                tenant.number(),
                row.id(),
                row.connection(),
                row.managedBy(),
                life.visible(),
                stateColumn(life.state()),
                preservedByColumn(life.state()),
                life.seatHeld(),
                row.since(),
                AccountKeys.userName(document),
                AccountKeys.externalId(document),
                row.created(),
                row.modified(),
                row.version());
        database.update(
                "INSERT INTO account_doc(tenant_no, id, doc) VALUES (?,?,?)",
                tenant.number(),
                row.id(),
                JsonText.write(document.document()));
    }

    /**
     * Writes the row of a person whose row is locked; whom SCIM sees no more gives the {@code userName} free, and it is
     * kept aside. One statement.
     */
    public void update(TenantId tenant, AccountRow row, ScimResource document) {
        Life life = row.life();
        Optional<byte[]> name = Optional.of(AccountKeys.userName(document));
        database.update(
                "UPDATE account SET connection_no=?, managed_by=?, scim_visible=?, state=?, preserved_by=?, seat_held=?,"
                        + " state_at=?, deactivated_at=?, batch_id=?, user_name_key=?, former_user_name_key=?, external_id=?,"
                        + " modified_at=?, version=?"
                        + " WHERE tenant_no=? AND id=?",
                row.connection(),
                row.managedBy(),
                life.visible(),
                stateColumn(life.state()),
                preservedByColumn(life.state()),
                life.seatHeld(),
                row.since(),
                row.deactivation().at(),
                row.deactivation().batch(),
                name.filter(key -> life.visible()),
                name.filter(key -> !life.visible()),
                AccountKeys.externalId(document),
                row.modified(),
                row.version(),
                tenant.number(),
                row.id());
    }

    /** Writes the document. One statement. */
    public void updateDocument(TenantId tenant, UUID id, ScimResource document) {
        database.update(
                "UPDATE account_doc SET doc=? WHERE tenant_no=? AND id=?",
                JsonText.write(document.document()),
                tenant.number(),
                id);
    }

    /** Forgets the person; the assignment goes by its own component. Two statements. */
    public void delete(TenantId tenant, UUID id) {
        database.update("DELETE FROM account_doc WHERE tenant_no=? AND id=?", tenant.number(), id);
        database.update("DELETE FROM account WHERE tenant_no=? AND id=?", tenant.number(), id);
    }

    /**
     * Who could be meant by a POST: those with its {@code externalId} at this connection, and the deleted ones who had
     * its {@code userName}; at most twenty of each. One statement to a server, at most two to H2.
     */
    public List<Comeback.Candidate> candidates(TenantId tenant, int connection, ScimResource posted) {
        byte[] name = AccountKeys.userName(posted);
        Optional<byte[]> externalId = AccountKeys.externalId(posted);
        String columns = "SELECT id, scim_visible, state, state_at, created_at, modified_at, external_id,"
                + " former_user_name_key FROM account";
        var ways = new ArrayList<Sql>();
        externalId.ifPresent(bytes -> ways.add(Sql.of(
                columns + " WHERE tenant_no=? AND connection_no=? AND external_id=? LIMIT " + MOST_CANDIDATES,
                tenant.number(),
                connection,
                bytes)));
        ways.add(Sql.of(
                columns + " WHERE tenant_no=? AND former_user_name_key=? ORDER BY state_at DESC LIMIT "
                        + MOST_CANDIDATES,
                tenant.number(),
                name));
        var found = new LinkedHashMap<UUID, Comeback.Candidate>(); // whoever is found both ways counts once
        // H2 plans a UNION anew each time, and a statement to it is no round trip.
        for (Sql sql : database.dialect().embedded() ? ways : List.of(Sql.union(ways))) {
            database.query(sql.text(), row -> candidate(row, externalId, name), sql.parameters())
                    .forEach(each -> found.put(each.id(), each));
        }
        return List.copyOf(found.values());
    }

    /** The {@code userName} of each of these, deleted ones too; at most one page (1,000). One statement. */
    public Map<UUID, String> userNames(TenantId tenant, List<UUID> ids) {
        var names = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            Sql these = new IdList(database.dialect()).where("d.tenant_no", tenant, "d.id", ids);
            Sql sql = Sql.of("SELECT d.id, d.doc FROM account_doc d").add(these);
            database.query(
                    sql.text(),
                    row -> names.put(row.uuid(1), JsonText.trusted(row.text(2)).getString("userName", "")),
                    sql.parameters());
        }
        return names;
    }

    private static Comeback.Candidate candidate(Row row, Optional<byte[]> externalId, byte[] name) {
        boolean sameExternalId = externalId.isPresent()
                && row.optionalBytes("external_id")
                        .map(bytes -> Arrays.equals(bytes, externalId.get()))
                        .orElse(false);
        boolean sameName = row.optionalBytes("former_user_name_key")
                .map(bytes -> Arrays.equals(bytes, name))
                .orElse(false);
        return new Comeback.Candidate(
                row.uuid("id"),
                row.flag("scim_visible"),
                row.integer("state") == 0,
                sameExternalId,
                sameName,
                since(row));
    }

    /** The deletion of whoever never had access, whose state is as old as they are, was the last change. */
    private static Instant since(Row row) {
        Instant since = row.instant("state_at");
        return since.equals(row.instant("created_at")) ? row.instant("modified_at") : since;
    }

    static Account read(Row row) {
        var life = new Life(
                state(row.integer("state"), row.integer("preserved_by")),
                row.flag("seat_held"),
                row.flag("scim_visible"));
        var head = new AccountRow(
                row.uuid("id"),
                row.integer("connection_no"),
                row.constant("managed_by", ManagedBy.class),
                life,
                row.instant("state_at"),
                new Deactivation(row.optionalInstant("deactivated_at"), row.optionalUuid("batch_id")),
                row.instant("created_at"),
                row.instant("modified_at"),
                row.number("version"));
        var assignment = new Assignment(
                new ProfileId(row.uuid("profile_id")),
                new RegionId(row.uuid("region_id")),
                row.optionalNumber("quota_bytes"),
                row.optionalUuid("mapping_id").map(MappingId::new),
                row.number("order_version"));
        return new Account(head, new ScimResource(ResourceType.USER, JsonText.trusted(row.text("doc"))), assignment);
    }

    /** The columns {@code state} (0 active, 1 preserved) and {@code preserved_by} (0 IdP, 1 administrator, …). */
    private static AccountState state(int state, int preservedBy) {
        return state == 0 ? AccountState.ACTIVE : AccountState.preservedBy(preservedBy);
    }

    private static int stateColumn(AccountState state) {
        return state.active() ? 0 : 1;
    }

    private static Optional<Integer> preservedByColumn(AccountState state) {
        return state.preserver().stream().boxed().findFirst();
    }
}
