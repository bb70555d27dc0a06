package dev.usher.extension.store;

import dev.usher.extension.RegisteredSchema;
import dev.usher.platform.Database;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Whether what was there before a schema's registration is in the value table, and whether what requests added that were
 * under way then is; both stand inside the definition.
 */
@ApplicationScoped
public class IndexedFlags {
    static final String INDEXED = "indexed";
    static final String SETTLED = "settled";

    private static final int MOST_TENANTS = 1_000;

    @Inject
    private Database database;

    /** Tenants with a schema that is not indexed, or was registered before {@code late} and is not settled, at most a thousand. */
    public List<TenantId> missing(Instant late) {
        return database.query(
                "SELECT DISTINCT tenant_no FROM scim_schema WHERE definition LIKE '%\"" + INDEXED
                        + "\":false%' OR (created_at<? AND definition LIKE '%\"" + SETTLED
                        + "\":false%') ORDER BY tenant_no LIMIT " + MOST_TENANTS,
                row -> new TenantId(row.integer(1)),
                late);
    }

    /**
     * From now on it is indexed, and perhaps settled; nothing for a schema that was deleted meanwhile, be it registered again
     * or not. The version moves with what is shown. Two statements.
     */
    public void set(TenantId tenant, RegisteredSchema schema, boolean settled) {
        byte[] key = schema.schema().id().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        database.one(
                        "SELECT definition FROM scim_schema WHERE tenant_no=? AND urn_key=? AND created_at=? FOR UPDATE",
                        row -> JsonText.trusted(row.text(1)),
                        tenant.number(),
                        key,
                        schema.createdAt())
                .ifPresent(definition -> database.update(
                        "UPDATE scim_schema SET definition=?, version=version+? WHERE tenant_no=? AND urn_key=?",
                        JsonParts.object(definition)
                                .add(INDEXED, true)
                                .add(SETTLED, settled || definition.getBoolean(SETTLED, true))
                                .build()
                                .toString(),
                        definition.getBoolean(INDEXED) ? 0 : 1,
                        tenant.number(),
                        key));
    }
}
