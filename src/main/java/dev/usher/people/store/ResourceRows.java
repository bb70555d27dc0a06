package dev.usher.people.store;

import dev.usher.people.Nesting;
import dev.usher.people.Parts;
import dev.usher.people.StoredResource;
import dev.usher.platform.Database;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaUrns;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Reads whole resources by their ids, a page at a time: users with their assignments and groups in one statement, groups
 * in one. What {@link Parts} leaves out is not read.
 */
@ApplicationScoped
public class ResourceRows {
    private static final String GROUPS = "groups";
    private static final String MEMBERSHIPS =
            " FROM membership m" + " JOIN scim_group g ON g.tenant_no=m.tenant_no AND g.id=m.group_id";

    private static final String OUTER_GROUPS = " LEFT JOIN membership m ON m.tenant_no=a.tenant_no AND m.member_id=a.id"
            + " LEFT JOIN scim_group g ON g.tenant_no=m.tenant_no AND g.id=m.group_id";

    @Inject
    private Database database;

    @Inject
    private GroupRows groups;

    @Inject
    private NestingRows nestings;

    @Inject
    private AssignedNames names;

    @Inject
    private Managers managers;

    private record InGroup(UUID user, UUID group, String name) {}

    /** The resources that SCIM sees among these, in the order of the ids; at most one page (1,000). */
    public List<StoredResource> load(Caller caller, ResourceType type, List<UUID> ids, Parts parts) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Stream<StoredResource> found = type == ResourceType.USER
                ? users(caller, ids, parts).stream()
                : groups.find(caller.tenant(), ids).stream().map(ResourceRows::group);
        var byId = new HashMap<UUID, StoredResource>();
        found.forEach(each -> byId.put(each.id(), each));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** The user that SCIM sees by this id, its groups included: one statement. */
    public Optional<StoredResource> user(Caller caller, UUID id, Parts parts) {
        return users(caller, List.of(id), parts).stream().findFirst();
    }

    /** An account at hand as the answer needs it; reads its groups if they are asked for. */
    public StoredResource user(Caller caller, Account account, Parts parts) {
        Map<UUID, List<InGroup>> memberships =
                parts.groups() ? memberships(caller.tenant(), account.row().id()) : Map.of();
        return assembled(caller, List.of(account), memberships, parts).get(0);
    }

    /** A group's head as the answer needs it. */
    public static StoredResource group(GroupRow row) {
        return new StoredResource(
                row.id(), ResourceType.GROUP, row.version(), row.created(), row.modified(), row.document());
    }

    private List<StoredResource> users(Caller caller, List<UUID> ids, Parts parts) {
        var list = new IdList(database.dialect());
        Sql these = list.where("a.tenant_no", caller.tenant(), "a.id", ids).add(" AND a.scim_visible=1");
        Sql sql = Sql.of("SELECT " + AccountRows.COLUMNS);
        var accounts = new ArrayList<Account>();
        var memberships = new HashMap<UUID, List<InGroup>>();
        if (!parts.groups()) {
            sql.add(AccountRows.TABLES).add(these);
            accounts.addAll(database.query(sql.text(), AccountRows::read, sql.parameters()));
        } else if (ids.size() == 1 && database.dialect().embedded()) {
            // H2 plans a UNION anew each time. The document comes with each group, which costs nothing where nothing is
            // sent.
            sql.add(", g.id AS group_id, g.name AS group_name" + AccountRows.TABLES + OUTER_GROUPS)
                    .add(these);
            database.query(
                    sql.text(),
                    row -> {
                        if (accounts.isEmpty()) {
                            accounts.add(AccountRows.read(row));
                        }
                        return row.optionalUuid("group_id")
                                .map(group ->
                                        put(memberships, new InGroup(row.uuid("id"), group, row.text("group_name"))));
                    },
                    sql.parameters());
        } else {
            // Users and their groups in one round trip: rows of users have no group, rows of groups have no document.
            sql.add(", NULL AS group_id, NULL AS group_name" + AccountRows.TABLES)
                    .add(these)
                    .add(
                            " UNION ALL SELECT m.member_id, 0, 0, 0, 0, NULL, 0, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL,"
                                    + " 0, NULL, NULL, NULL, g.id, g.name" + MEMBERSHIPS)
                    .add(list.where("m.tenant_no", caller.tenant(), "m.member_id", ids));
            database.query(
                    sql.text(),
                    row -> row.optionalUuid("group_id")
                            .map(group -> put(memberships, new InGroup(row.uuid("id"), group, row.text("group_name"))))
                            .orElseGet(() -> accounts.add(AccountRows.read(row))),
                    sql.parameters());
        }
        return assembled(caller, accounts, memberships, parts);
    }

    private static boolean put(Map<UUID, List<InGroup>> memberships, InGroup each) {
        return memberships.computeIfAbsent(each.user(), id -> new ArrayList<>()).add(each);
    }

    private List<StoredResource> assembled(
            Caller caller, List<Account> accounts, Map<UUID, List<InGroup>> memberships, Parts parts) {
        if (accounts.isEmpty()) {
            return List.of();
        }
        Nesting nesting = memberships.isEmpty() ? new Nesting(List.of()) : nestings.nesting(caller);
        var assigned = parts.assignment()
                ? Optional.of(names.of(
                        caller, accounts.stream().map(Account::assignment).toList()))
                : Optional.<AssignedNames.Names>empty();
        Map<UUID, String> known = parts.manager()
                ? managers.known(
                        caller.tenant(),
                        accounts.stream().map(Account::resource).toList())
                : Map.of();
        return accounts.stream()
                .map(account -> {
                    ScimResource resource = Managers.filled(account.resource(), known);
                    List<InGroup> direct =
                            memberships.getOrDefault(account.row().id(), List.of());
                    if (!direct.isEmpty()) {
                        resource = resource.with(
                                GROUPS, groupValues(direct, nesting).build());
                    }
                    if (assigned.isPresent()) {
                        resource = resource.with(SchemaUrns.ASSIGNMENT, extension(account, assigned.get()));
                    }
                    return stored(account.row(), resource);
                })
                .toList();
    }

    private Map<UUID, List<InGroup>> memberships(TenantId tenant, UUID user) {
        var byUser = new HashMap<UUID, List<InGroup>>();
        database.query(
                "SELECT g.id, g.name" + MEMBERSHIPS + " WHERE m.tenant_no=? AND m.member_id=?",
                row -> put(byUser, new InGroup(user, row.uuid(1), row.text(2))),
                tenant.number(),
                user);
        return byUser;
    }

    /** Direct groups first, then those around them (RFC 7643 §4.1.2). */
    private static JsonArrayBuilder groupValues(List<InGroup> direct, Nesting nesting) {
        JsonArrayBuilder values = JsonParts.array();
        direct.stream()
                .sorted(Comparator.comparing(InGroup::group, Memberships::unsigned))
                .forEach(each -> values.add(groupValue(each.group(), each.name(), "direct")));
        List<UUID> ids = direct.stream().map(InGroup::group).toList();
        nesting.above(ids).stream()
                .sorted(Memberships::unsigned)
                .forEach(id -> values.add(groupValue(id, nesting.name(id), "indirect")));
        return values;
    }

    private static JsonObject groupValue(UUID id, String name, String type) {
        return JsonParts.object()
                .add("value", id.toString())
                .add("display", name)
                .add("type", type)
                .build();
    }

    private static JsonObject extension(Account account, AssignedNames.Names names) {
        return names.extension(account.assignment())
                .add("state", account.row().life().state().active() ? "ACTIVE" : "PRESERVED")
                .build();
    }

    private static StoredResource stored(AccountRow row, ScimResource resource) {
        return new StoredResource(row.id(), ResourceType.USER, row.version(), row.created(), row.modified(), resource);
    }
}
