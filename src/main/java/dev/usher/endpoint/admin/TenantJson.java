package dev.usher.endpoint.admin;

import dev.usher.platform.Settings;
import dev.usher.tenant.Tenant;
import dev.usher.tenant.TenantCounts;
import dev.usher.tenant.Tenants;
import dev.usher.token.Token;
import dev.usher.token.Tokens;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** A tenant as the admin API writes it. */
@Dependent
class TenantJson {
    private final Tenants tenants;
    private final Tokens tokens;
    private final Clock clock;
    private final Settings settings;

    @Inject
    TenantJson(Tenants tenants, Tokens tokens, Clock clock, Settings settings) {
        this.tenants = tenants;
        this.tokens = tokens;
        this.clock = clock;
        this.settings = settings;
    }

    /** What a list shows. */
    JsonObject head(Tenant tenant) {
        return common(tenant).build();
    }

    /** Everything, with licence, counts and the state of the newest token. */
    JsonObject whole(Tenant tenant) {
        TenantCounts counts = tenants.counts(tenant.id());
        var licence = Json.createObjectBuilder()
                .add("seats", limit(counts.seats()))
                .add("used", counts.used())
                .add("preserved", counts.preserved())
                .add("preservedLimit", limit(counts.preservedLimit()));
        return common(tenant)
                .add("licence", licence)
                .add("counts", Json.createObjectBuilder().add("users", counts.visibleUsers()))
                .add("token", token(tenant))
                .build();
    }

    private static JsonValue limit(OptionalLong limit) {
        return limit.isPresent() ? Json.createValue(limit.getAsLong()) : JsonValue.NULL;
    }

    private JsonObject token(Tenant tenant) {
        Optional<Token> newest =
                tokens.page(tenant.id(), Optional.empty(), 1).stream().findFirst();
        return newest.map(token -> TokenView.of(token, tenant, clock.instant()).build())
                .orElseGet(() -> Json.createObjectBuilder().add("state", "NONE").build());
    }

    private JsonObjectBuilder common(Tenant tenant) {
        var json = Json.createObjectBuilder()
                .add("name", tenant.name())
                .add("displayName", tenant.displayName())
                .add("userManagement", tenant.management().name())
                .add("userManagementSince", tenant.managementAt().toString())
                .add("provisioningApi", tenant.provisioningApi())
                .add("reclassify", tenant.reclassify().name().toLowerCase(Locale.ROOT))
                .add("createdAt", tenant.createdAt().toString());
        // Without the operator's word the client knows better than we by which address it came.
        settings.publicUrl().ifPresent(url -> json.add("scimBaseUrl", url + "/scim/v2"));
        return json;
    }
}
