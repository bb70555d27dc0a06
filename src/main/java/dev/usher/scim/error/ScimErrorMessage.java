package dev.usher.scim.error;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * The error response of RFC 7644 §3.12; {@code status} is a JSON string there. A refusal's own code stands in an
 * extension object, so that clients which know only the RFC lose nothing.
 */
public final class ScimErrorMessage {
    /** URN of the error message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:Error";

    /** URN of the extension that carries Usher's own reason. */
    public static final String REFUSAL = "urn:usher:params:scim:api:messages:2.0:Refusal";

    private ScimErrorMessage() {}

    /** The error's JSON. */
    public static JsonObject json(ScimException error) {
        List<String> schemas = new ArrayList<>(List.of(SCHEMA));
        error.code().ifPresent(code -> schemas.add(REFUSAL));
        JsonObjectBuilder json = JsonParts.object().add("schemas", JsonParts.texts(schemas));
        json.add("status", Integer.toString(error.status()));
        error.scimType().ifPresent(type -> json.add("scimType", type.text()));
        json.add("detail", error.detail());
        error.code().ifPresent(code -> json.add(REFUSAL, JsonParts.object().add("code", code)));
        return json.build();
    }
}
