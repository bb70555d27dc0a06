package dev.usher.endpoint.security;

import dev.usher.platform.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A problem as RFC 9457 writes it. */
public final class ProblemJson {
    /** The media type of RFC 9457 §3. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE = "urn:usher:problem:";

    private ProblemJson() {}

    /** The whole document; further members come after the standard's, by name. */
    public static JsonObject of(Problem problem) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", TYPE + problem.code())
                .add("title", problem.title())
                .add("status", problem.status())
                .add("detail", problem.detail())
                .add("code", problem.code());
        new TreeMap<>(problem.extra()).forEach((name, value) -> json.add(name, value(value)));
        return json.build();
    }

    private static JsonValue value(Object value) {
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long) {
            return Json.createValue(((Number) value).longValue());
        }
        if (value instanceof List<?> list) {
            var array = Json.createArrayBuilder();
            list.forEach(element -> array.add(value(element)));
            return array.build();
        }
        if (value instanceof Map<?, ?> map) {
            var object = Json.createObjectBuilder();
            map.forEach((name, element) -> object.add(name.toString(), value(element)));
            return object.build();
        }
        return Json.createValue(value.toString());
    }
}
