package dev.usher.extension.store;

import dev.usher.extension.RegisteredSchema;
import dev.usher.extension.SchemaSet;
import dev.usher.platform.Database;
import dev.usher.platform.Row;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.JsonText;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaJson;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Table scim_schema: single rows are entities, a tenant's set is SQL. A definition's row holds the schema, the resource
 * type, and how far it is indexed; before there was a second look, each was settled.
 */
@ApplicationScoped
public class SchemaStore {
    // The version comes with the rows in one statement, so that it is the version of exactly these.
    private static final String ALL = "SELECT t.schema_version, s.definition, s.created_at, s.version FROM tenant t"
            + " LEFT JOIN scim_schema s ON s.tenant_no = t.tenant_no WHERE t.tenant_no = ? ORDER BY s.id";

    @PersistenceContext(unitName = "usher")
    private EntityManager rows;

    @Inject
    private Database database;

    /** All of the tenant's, at most {@link dev.usher.extension.Extensions#MOST}. */
    public SchemaSet load(TenantId tenant) {
        List<Line> lines = database.query(ALL, SchemaStore::line, tenant.number());
        if (lines.isEmpty()) {
            throw new IllegalStateException("no such tenant");
        }
        List<RegisteredSchema> schemas =
                lines.stream().flatMap(line -> line.schema().stream()).toList();
        return SchemaSet.of(lines.get(0).version(), schemas);
    }

    public void insert(TenantId tenant, UUID id, RegisteredSchema made) {
        JsonObject definition = JsonParts.object()
                .add("resourceType", made.type().id())
                .add(IndexedFlags.INDEXED, made.indexed())
                .add(IndexedFlags.SETTLED, made.settled())
                .add("schema", SchemaJson.json(made.schema()))
                .build();
        rows.persist(new SchemaRow(tenant, key(made.schema().id()), id, definition.toString(), made.createdAt()));
        rows.flush(); // the constraint decides about the URN, here
    }

    public void delete(TenantId tenant, String urn) {
        rows.remove(Optional.ofNullable(rows.find(SchemaRow.class, new SchemaRowKey(tenant, key(urn))))
                .orElseThrow(() -> new IllegalStateException("no such schema")));
        rows.flush();
    }

    private static byte[] key(String urn) {
        return urn.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }

    private static Line line(Row row) {
        return new Line(row.number(1), row.optionalText(2).map(text -> schema(JsonText.trusted(text), row)));
    }

    private static RegisteredSchema schema(JsonObject definition, Row row) {
        return new RegisteredSchema(
                ResourceType.valueOf(definition.getString("resourceType").toUpperCase(Locale.ROOT)),
                SchemaJson.custom(definition.getJsonObject("schema")),
                definition.getBoolean(IndexedFlags.INDEXED),
                definition.getBoolean(IndexedFlags.SETTLED, true),
                row.instant(3),
                row.number(4));
    }

    private record Line(long version, Optional<RegisteredSchema> schema) {}
}
