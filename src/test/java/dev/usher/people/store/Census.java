package dev.usher.people.store;

import dev.usher.people.Life;
import dev.usher.people.ManagedBy;
import dev.usher.platform.Database;
import dev.usher.platform.Settings;
import dev.usher.platform.Uuid7;
import dev.usher.scim.JsonParts;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.filter.FilterParser;
import dev.usher.scim.resource.IndexedValues;
import dev.usher.scim.resource.ResourceMeta;
import dev.usher.scim.resource.ResourceWriter;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.CacheVersions;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A database with the product's tables, one tenant and whoever a test puts in, searched by the product's own stores. */
final class Census {
    static final TenantId TENANT = new TenantId(7);
    static final String NAME = "census";

    final SchemaRegistry registry = SchemaRegistry.standard();
    final Caller caller =
            new Caller(TENANT, Caller.FIRST_CONNECTION, Caller.Kind.IDP, "test", new CacheVersions(1, 1, 1));
    final Map<UUID, ScimResource> users = new LinkedHashMap<>();
    final Database database;

    private final Wiring wiring = new Wiring();
    private final Uuid7 ids = new Uuid7(Clock.systemUTC());

    Census(DataSource source) {
        this(source, source);
    }

    /** The tables are made over one source, and used over another of the same database. */
    Census(DataSource maker, DataSource source) {
        Flyway.configure()
                .dataSource(maker)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        database = new Database(source);
        wiring.with(Database.class, database)
                .with(Settings.class, Settings.with(Map.of()))
                .with(Clock.class, Clock.systemUTC());
        database.update(
                "INSERT INTO tenant(tenant_no, name, display_name, management, management_at, provisioning_api,"
                        + " reclassify, order_version, schema_version, nesting_version, created_at, version)"
                        + " VALUES (?,?,?,1,?,1,0,1,1,1,?,1)",
                TENANT.number(),
                NAME,
                NAME,
                Instant.now(),
                Instant.now());
        database.update(
                "INSERT INTO licence(tenant_no, seats, used, preserved, visible_users) VALUES (?, NULL, 0, 0, 0)",
                TENANT.number());
    }

    /** A search that walks what is larger than this. */
    SearchStore search(int narrow) {
        return wiring.filled(new SearchStore(narrow));
    }

    ResourceRows resources() {
        return wiring.make(ResourceRows.class);
    }

    MatchRows matches() {
        return wiring.make(MatchRows.class);
    }

    SearchQuery everybody() {
        return SearchQuery.all(caller, registry, ResourceType.USER);
    }

    /** A user as a client's canonical document without {@code active}. */
    UUID add(JsonObject document, boolean active, Instant at) {
        UUID id = ids.next();
        var resource = new ScimResource(ResourceType.USER, document);
        var row = new AccountRow(id, 1, ManagedBy.IDP, Life.born(active), at, Deactivation.NONE, at, at, 1);
        wiring.make(AccountRows.class).insert(TENANT, row, resource);
        wiring.make(ValueRows.class)
                .write(
                        TENANT,
                        id,
                        wiring.make(AttributeNumbers.class).prepared(caller, registry),
                        List.of(),
                        IndexedValues.of(registry, resource));
        database.update(
                "INSERT INTO assignment(tenant_no, user_id, order_version, profile_id, region_id) VALUES (?,?,?,?,?)",
                TENANT.number(),
                id,
                1,
                new UUID(0, 1),
                new UUID(0, 2));
        database.update("UPDATE licence SET visible_users = visible_users + 1 WHERE tenant_no = ?", TENANT.number());
        users.put(id, complete(id, resource, active, at));
        return id;
    }

    private ScimResource complete(UUID id, ScimResource resource, boolean active, Instant at) {
        var meta = new ResourceMeta(id.toString(), at, at, 1, "/");
        ScimResource whole = resource.with("active", JsonParts.bool(active));
        return new ScimResource(ResourceType.USER, new ResourceWriter(registry).complete(whole, meta));
    }

    Filter filter(String text) {
        return FilterParser.parse(registry, ResourceType.USER, text, FilterLimits.USUAL);
    }

    SearchQuery query(String filter) {
        return SearchQuery.all(caller, registry, ResourceType.USER).matching(filter(filter));
    }

    /** Every id that a walk by cursor finds, page by page. */
    List<UUID> walked(SearchStore search, SearchQuery query, int count) {
        var found = new ArrayList<UUID>();
        Window window = Window.first(count);
        while (true) {
            Found page = search.find(query, window);
            found.addAll(page.ids());
            if (page.next().isEmpty()) {
                return found;
            }
            window = Window.after(page.next().get(), count);
        }
    }

    /** Every id that a walk by index finds, page by page. */
    List<UUID> indexed(SearchStore search, SearchQuery query, int count) {
        var found = new ArrayList<UUID>();
        while (true) {
            Found page = search.find(query, Window.at(found.size() + 1, count));
            found.addAll(page.ids());
            if (page.ids().isEmpty() || found.size() >= page.total().orElseThrow()) {
                return found;
            }
        }
    }
}
