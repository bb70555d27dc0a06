package dev.usher.token;

import dev.usher.notification.MailKind;
import dev.usher.scim.JsonParts;
import jakarta.json.JsonObject;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What administrators are told of tokens. */
final class TokenNotices {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC);

    private TokenNotices() {}

    static JsonObject created(Token token) {
        return JsonParts.object()
                .add("notice", MailKind.TOKEN_CREATED.code())
                .add("tokenName", token.name())
                .add("createdBy", token.createdBy())
                .add("expiresAt", DAY.format(token.expiresAt()))
                .build();
    }

    static JsonObject expires(Token token, int days) {
        return JsonParts.object()
                .add("notice", MailKind.TOKEN_EXPIRES.code())
                .add("tokenId", token.id().value().toString())
                .add("tokenName", token.name())
                .add("days", days)
                .add("expiresAt", DAY.format(token.expiresAt()))
                .build();
    }
}
