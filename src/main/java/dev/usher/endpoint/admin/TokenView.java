package dev.usher.endpoint.admin;

import dev.usher.tenant.Tenant;
import dev.usher.tenant.UserManagement;
import dev.usher.token.KnownToken;
import dev.usher.token.Token;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;

/** A token as the admin API writes it, with what it is worth at this moment. */
final class TokenView {
    private static final String ENDED = "ENDED";

    private TokenView() {}

    static JsonObjectBuilder of(Token token, Tenant tenant, Instant now) {
        String state = state(token, tenant, now);
        var json = Json.createObjectBuilder()
                .add("id", token.id().value().toString())
                .add("name", token.name())
                .add("hint", token.hint())
                .add("connection", token.connection())
                .add("state", state)
                .add("createdBy", token.createdBy())
                .add("createdAt", token.createdAt().toString())
                .add("expiresAt", token.expiresAt().toString());
        if (token.live(now) && !state.equals(ENDED)) {
            // A day that has begun counts, so that a new token shows its whole life.
            json.add(
                    "daysLeft",
                    Duration.between(now, token.validUntil()).minusNanos(1).toDays() + 1);
        }
        token.endedAt().ifPresent(at -> json.add("endsAt", at.toString()));
        token.firstWriteAt().ifPresent(at -> json.add("firstWriteAt", at.toString()));
        token.lastUsedAt().ifPresent(at -> json.add("lastUsedAt", at.toString()));
        token.lastUsedBy().ifPresent(by -> json.add("lastUsedBy", by));
        return json;
    }

    private static String state(Token token, Tenant tenant, Instant now) {
        if (token.endedAt().filter(end -> !now.isBefore(end)).isPresent()) {
            return ENDED;
        }
        if (!token.live(now)) {
            return "EXPIRED";
        }
        if (tenant.management() != UserManagement.SCIM) {
            return now.isBefore(tenant.managementAt().plus(KnownToken.SUSPENSION)) ? "SUSPENDED" : ENDED;
        }
        if (!tenant.provisioningApi()) {
            return "API_OFF";
        }
        return token.endedAt().isPresent() ? "OVERLAPPING" : "VALID";
    }
}
