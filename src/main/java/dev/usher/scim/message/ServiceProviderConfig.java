package dev.usher.scim.message;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.SchemaUrns;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/** What the server can do and how much (RFC 7643 §5, RFC 9865 §4). Sizes in bytes, the cursor's life in seconds. */
public record ServiceProviderConfig(
        String documentationUri,
        boolean patch,
        boolean bulk,
        int bulkMaxOperations,
        long bulkMaxPayloadSize,
        int filterMaxResults,
        boolean changePassword,
        boolean sort,
        boolean etag,
        boolean cursor,
        boolean index,
        int defaultPageSize,
        int maxPageSize,
        int cursorTimeout) {
    /** The document; {@code base} is the absolute SCIM base without a slash at its end. */
    public JsonObject json(String base) {
        JsonObjectBuilder json =
                JsonParts.object().add("schemas", JsonParts.texts(List.of(SchemaUrns.SERVICE_PROVIDER_CONFIG)));
        if (!documentationUri.isEmpty()) {
            json.add("documentationUri", documentationUri);
        }
        return json.add("patch", supported(patch))
                .add(
                        "bulk",
                        supported(bulk)
                                .add("maxOperations", bulkMaxOperations)
                                .add("maxPayloadSize", bulkMaxPayloadSize))
                .add("filter", supported(true).add("maxResults", filterMaxResults))
                .add("changePassword", supported(changePassword))
                .add("sort", supported(sort))
                .add("etag", supported(etag))
                .add("pagination", pagination())
                .add("authenticationSchemes", JsonParts.array().add(bearer()))
                .add("meta", Discovery.meta("ServiceProviderConfig", base + "/ServiceProviderConfig"))
                .build();
    }

    private JsonObjectBuilder pagination() {
        JsonObjectBuilder json = JsonParts.object()
                .add("cursor", cursor)
                .add("index", index)
                .add("defaultPaginationMethod", "index")
                .add("defaultPageSize", defaultPageSize)
                .add("maxPageSize", maxPageSize);
        return cursorTimeout > 0 ? json.add("cursorTimeout", cursorTimeout) : json;
    }

    private static JsonObjectBuilder bearer() {
        return JsonParts.object()
                .add("type", "oauthbearertoken")
                .add("name", "Bearer token")
                .add("description", "A token that an administrator makes for one connection")
                .add("specUri", "https://www.rfc-editor.org/info/rfc6750")
                .add("primary", true);
    }

    private static JsonObjectBuilder supported(boolean supported) {
        return JsonParts.object().add("supported", supported);
    }
}
