package dev.usher.scim.message;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.OptionalLong;

/**
 * The list response (RFC 7644 §3.4.2, RFC 9865 §2). {@code itemsPerPage} is the number of resources in it, and
 * {@code Resources} is always there: the RFC requires it wherever {@code totalResults} is not 0, so also on a page beyond
 * the end, and clients that walk pages read it without looking first.
 */
public final class ListMessage {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

    private ListMessage() {}

    /** A page by index. */
    public static JsonObject byIndex(long totalResults, int startIndex, List<JsonObject> resources) {
        JsonObjectBuilder json = head().add("totalResults", totalResults)
                .add("startIndex", startIndex)
                .add("itemsPerPage", resources.size());
        return with(json, resources);
    }

    /** A page by cursor: an unknown total is left out, an empty text means no such page. */
    public static JsonObject byCursor(
            OptionalLong totalResults, List<JsonObject> resources, String nextCursor, String previousCursor) {
        JsonObjectBuilder json = head();
        totalResults.ifPresent(total -> json.add("totalResults", total));
        json.add("itemsPerPage", resources.size());
        if (!previousCursor.isEmpty()) {
            json.add("previousCursor", previousCursor);
        }
        if (!nextCursor.isEmpty()) {
            json.add("nextCursor", nextCursor);
        }
        return with(json, resources);
    }

    /** A list of everything there is, as discovery answers. */
    public static JsonObject whole(List<JsonObject> resources) {
        return byIndex(resources.size(), 1, resources);
    }

    private static JsonObjectBuilder head() {
        return JsonParts.object().add("schemas", JsonParts.texts(List.of(SCHEMA)));
    }

    private static JsonObject with(JsonObjectBuilder json, List<JsonObject> resources) {
        return json.add("Resources", JsonParts.array(resources)).build();
    }
}
