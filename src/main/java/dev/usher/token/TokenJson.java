package dev.usher.token;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** How the audit trail writes a token: never the secret, nor its hash. */
final class TokenJson {
    private TokenJson() {}

    static JsonObjectBuilder of(Token token) {
        var json = Json.createObjectBuilder()
                .add("name", token.name())
                .add("hint", token.hint())
                .add("connection", token.connection())
                .add("expiresAt", token.expiresAt().toString());
        token.endedAt().ifPresent(end -> json.add("endedAt", end.toString()));
        return json;
    }
}
