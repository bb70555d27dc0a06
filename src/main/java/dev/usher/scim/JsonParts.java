package dev.usher.scim;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParserFactory;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Builders for JSON values from one provider that is looked up once: a look-up each time costs more than reading a
 * whole user. Threads: the factories are thread-safe, a builder belongs to one thread.
 */
public final class JsonParts {
    private static final JsonProvider PROVIDER = JsonProvider.provider();
    private static final JsonBuilderFactory BUILDERS = PROVIDER.createBuilderFactory(Map.of());
    private static final JsonParserFactory PARSERS = PROVIDER.createParserFactory(Map.of());
    private static final JsonReaderFactory READERS = PROVIDER.createReaderFactory(Map.of());

    private JsonParts() {}

    /** An empty object to fill. */
    public static JsonObjectBuilder object() {
        return BUILDERS.createObjectBuilder();
    }

    /** A copy of an object to change. */
    public static JsonObjectBuilder object(JsonObject start) {
        return BUILDERS.createObjectBuilder(start);
    }

    /** An object of these members, in the map's order. */
    public static JsonObject object(Map<String, ? extends JsonValue> members) {
        JsonObjectBuilder builder = object();
        members.forEach(builder::add);
        return builder.build();
    }

    /** An empty array to fill. */
    public static JsonArrayBuilder array() {
        return BUILDERS.createArrayBuilder();
    }

    /** An array of these elements. */
    public static JsonArray array(Collection<? extends JsonValue> elements) {
        JsonArrayBuilder builder = array();
        elements.forEach(builder::add);
        return builder.build();
    }

    /** The elements of an array; of whatever else is there it is the only one. */
    public static List<JsonValue> elements(JsonValue value) {
        return value instanceof JsonArray array ? array : List.of(value);
    }

    /** The name as it stands among these members: so, else in the first other case, else there is none and it is its own. */
    public static String spelled(Map<String, ? extends JsonValue> members, String name) {
        if (members.containsKey(name)) {
            return name;
        }
        for (String each : members.keySet()) {
            if (each.equalsIgnoreCase(name)) {
                return each;
            }
        }
        return name;
    }

    /** An array of these texts. */
    public static JsonArray texts(Collection<String> texts) {
        JsonArrayBuilder builder = array();
        texts.forEach(builder::add);
        return builder.build();
    }

    /** A JSON string. */
    public static JsonString text(String text) {
        return PROVIDER.createValue(text);
    }

    /** A JSON number. */
    public static JsonNumber number(BigDecimal number) {
        return PROVIDER.createValue(number);
    }

    /** A JSON number. */
    public static JsonNumber number(long number) {
        return PROVIDER.createValue(number);
    }

    /** A JSON boolean. */
    public static JsonValue bool(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }

    /** The parser factory of the one provider. */
    public static JsonParserFactory parsers() {
        return PARSERS;
    }

    /** The reader factory of the one provider; for trusted text only, since it has no limits. */
    public static JsonReaderFactory readers() {
        return READERS;
    }
}
