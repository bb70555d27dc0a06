package dev.usher.extension.store;

import dev.usher.extension.RegisteredSchema;
import dev.usher.platform.Database;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Whether what was there before a schema's registration is in the value table; it stands inside the definition. */
@ApplicationScoped
public class IndexedFlags {
    private static final String INDEXED = "indexed";
    private static final int MOST_TENANTS = 1_000;

    @Inject
    private Database database;

    /** Tenants with a schema that is not, at most a thousand. */
    public List<TenantId> missing() {
        return database.query(
                "SELECT DISTINCT tenant_no FROM scim_schema WHERE definition LIKE '%\"" + INDEXED
                        + "\":false%' ORDER BY tenant_no LIMIT " + MOST_TENANTS,
                row -> new TenantId(row.integer(1)));
    }

    /** From now on it is; nothing for a schema that was deleted meanwhile, be it registered again or not. Two statements. */
    public void set(TenantId tenant, RegisteredSchema schema) {
        byte[] key = schema.schema().id().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        database.one(
                        "SELECT definition FROM scim_schema WHERE tenant_no=? AND urn_key=? AND created_at=? FOR UPDATE",
                        row -> JsonText.trusted(row.text(1)),
                        tenant.number(),
                        key,
                        schema.createdAt())
                .ifPresent(definition -> database.update(
                        "UPDATE scim_schema SET definition=?, version=version+1 WHERE tenant_no=? AND urn_key=?",
                        JsonParts.object(definition).add(INDEXED, true).build().toString(),
                        tenant.number(),
                        key));
    }
}
