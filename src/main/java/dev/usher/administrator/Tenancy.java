package dev.usher.administrator;

import dev.usher.audit.AuditTrail;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantChange;
import dev.usher.tenant.TenantCounts;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;

/** What administrators do to tenants, with its audit event in the same transaction. */
@Stateless
public class Tenancy {
    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    /** Makes a tenant. <b>Errors:</b> 400 for a name that cannot be, 409 {@code name-taken}. */
    public Tenant create(String name, String displayName, String actor) {
        Tenant tenant;
        try {
            tenant = tenants.create(name, displayName);
        } catch (DuplicateRow e) {
            throw Problem.conflict("name-taken", "A tenant of this name exists already.");
        }
        var after = json(tenant).add("name", name).build();
        audit.record(tenant.id(), actor, "tenant.created", Optional.empty(), JsonValue.EMPTY_JSON_OBJECT, after);
        return tenant;
    }

    /**
     * Changes settings and, where its limits are given, the licence; what is the same already leaves no trace.
     * {@code expected} is the version that the change was made for; empty for any. <b>Errors:</b> 412.
     */
    public Tenant change(TenantId id, TenantChange change, LicenceChange licence, OptionalLong expected, String actor) {
        Tenant before = tenants.lock(id);
        if (expected.isPresent() && expected.getAsLong() != before.version()) {
            throw Problem.changed("The tenant was changed since it was read.");
        }
        TenantCounts counts = tenants.counts(id);
        JsonObject was = json(before, counts);
        if (was.equals(json(before, counts, change, licence))) {
            return before;
        }
        Tenant after = tenants.change(id, change);
        licence.seats().ifPresent(most -> tenants.limitSeats(id, most));
        licence.preservedLimit().ifPresent(most -> tenants.limitPreserved(id, most));
        JsonObject is = json(after, tenants.counts(id));
        audit.record(id, actor, "tenant.changed", Optional.empty(), was, is);
        return after;
    }

    /** What the tenant would be after the change. */
    private static JsonObject json(Tenant before, TenantCounts counts, TenantChange change, LicenceChange licence) {
        return Json.createObjectBuilder()
                .add("displayName", change.displayName().orElse(before.displayName()))
                .add("provisioningApi", change.provisioningApi().orElse(before.provisioningApi()))
                .add(
                        "reclassify",
                        change.reclassify().orElse(before.reclassify()).name())
                .add("seats", limit(licence.seats().orElse(counts.seats())))
                .add("preservedLimit", limit(licence.preservedLimit().orElse(counts.preservedLimit())))
                .build();
    }

    private static JsonObject json(Tenant tenant, TenantCounts counts) {
        return json(tenant)
                .add("seats", limit(counts.seats()))
                .add("preservedLimit", limit(counts.preservedLimit()))
                .build();
    }

    private static JsonObjectBuilder json(Tenant tenant) {
        return Json.createObjectBuilder()
                .add("displayName", tenant.displayName())
                .add("provisioningApi", tenant.provisioningApi())
                .add("reclassify", tenant.reclassify().name());
    }

    private static JsonValue limit(OptionalLong limit) {
        return limit.isPresent() ? Json.createValue(limit.getAsLong()) : JsonValue.NULL;
    }
}
