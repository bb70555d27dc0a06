package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidValue;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.Attribute;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Values as identity providers send them into the one form of their attribute's type. Empty means unassigned:
 * {@code null}, {@code []}, {@code {}} and {@code ""} (RFC 7643 §2.5; the empty text is what Entra sends for cleared).
 * Errors: 400 {@code invalidValue}. Threads: one, as its notes.
 */
public final class ValueReader {
    private static final int MOST_ELEMENTS = 1_000;

    private final Notes notes;
    private final ScalarReader scalars;

    /** A reader that notes here; {@code strict} holds values to the schema's canonical ones. */
    public ValueReader(Notes notes, boolean strict) {
        this.notes = notes;
        this.scalars = new ScalarReader(notes, strict);
    }

    /** The whole value of an attribute; {@code where} is its canonical text for errors and notes. */
    public Optional<JsonValue> read(Attribute attribute, String where, JsonValue value) {
        if (attribute.untyped()) {
            return untyped(value);
        }
        if (!attribute.multiValued()) {
            return single(attribute, where, value);
        }
        List<JsonValue> elements = elements(attribute, where, value);
        return elements.isEmpty() ? Optional.empty() : Optional.of(JsonParts.array(elements));
    }

    /** The elements of a multi-valued attribute, each once, at most one of them primary. */
    public List<JsonValue> elements(Attribute attribute, String where, JsonValue value) {
        if (JsonValue.NULL.equals(value)) {
            return List.of();
        }
        JsonValue sent = unwrapped(attribute, where, value);
        if (!(sent instanceof JsonArray)) {
            notes.add(Leniency.SINGLE_FOR_MULTIPLE, where);
        }
        List<JsonValue> raw = JsonParts.elements(sent);
        checkSize(attribute, raw.size());
        Set<JsonValue> found = new LinkedHashSet<>();
        boolean primary = false;
        for (JsonValue each : raw) {
            if (each instanceof JsonArray) {
                throw invalidValue("'" + where + "' holds a list inside its list");
            }
            Optional<JsonValue> element = single(attribute, where, each);
            if (element.isPresent()) {
                JsonValue one = element.get();
                if (primary && Primary.isSet(one)) {
                    notes.add(Leniency.SEVERAL_PRIMARIES, where);
                    one = Primary.cleared(one);
                }
                primary |= Primary.isSet(one);
                found.add(one);
            }
        }
        return List.copyOf(found);
    }

    /** Holds a list to 1,000 elements; a group's members are bounded by the body alone. */
    public static void checkSize(Attribute attribute, int size) {
        if (size > MOST_ELEMENTS && !attribute.name().equals("members")) {
            throw invalidValue("'" + attribute.name() + "' has more than " + MOST_ELEMENTS + " elements");
        }
    }

    /** One value of an attribute, or one element where it is multi-valued. */
    public Optional<JsonValue> single(Attribute attribute, String where, JsonValue value) {
        if (JsonValue.NULL.equals(value)) {
            return Optional.empty();
        }
        if (value instanceof JsonArray array && !attribute.untyped()) {
            if (array.size() > 1) {
                throw invalidValue("'" + where + "' takes one value, not " + array.size());
            }
            notes.add(Leniency.ARRAY_FOR_SINGLE, where);
            return array.isEmpty() || array.get(0) instanceof JsonArray
                    ? Optional.empty()
                    : single(attribute, where, array.get(0));
        }
        return attribute.complex() ? complex(attribute, where, value) : simple(attribute, where, value);
    }

    private Optional<JsonValue> simple(Attribute attribute, String where, JsonValue value) {
        Optional<JsonValue> inner = attribute.untyped() ? Optional.empty() : wrapped(value);
        if (inner.isEmpty()) {
            return scalars.read(attribute, where, value);
        }
        notes.add(Leniency.COMPLEX_FOR_SIMPLE, where);
        return JsonValue.NULL.equals(inner.get()) ? Optional.empty() : scalars.read(attribute, where, inner.get());
    }

    /** Entra sends the elements of any list as {@code {"value": …}}, at times beside a {@code $ref} of null. */
    private static Optional<JsonValue> wrapped(JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            return Optional.empty();
        }
        Optional<JsonValue> inner = Optional.empty();
        for (Map.Entry<String, JsonValue> each : object.entrySet()) {
            if (each.getKey().equalsIgnoreCase("value") && inner.isEmpty()) {
                inner = Optional.of(each.getValue());
            } else if (!each.getKey().equalsIgnoreCase("$ref")
                    || untyped(each.getValue()).isPresent()) {
                return Optional.empty();
            }
        }
        return inner;
    }

    private Optional<JsonValue> complex(Attribute attribute, String where, JsonValue value) {
        JsonValue sent = unwrapped(attribute, where, value);
        if (sent instanceof JsonString text && text.getString().isEmpty()) {
            notes.add(Leniency.EMPTY_TEXT_CLEARED, where);
            return Optional.empty();
        }
        if (!(sent instanceof JsonObject object)) {
            Attribute main = attribute
                    .sub("value")
                    .orElseThrow(() -> invalidValue("'" + where + "' takes an object with sub-attributes"));
            notes.add(Leniency.SIMPLE_FOR_COMPLEX, where);
            return single(main, where + ".value", sent).map(one -> JsonParts.object(Map.of(main.name(), one)));
        }
        Map<String, JsonValue> parts = parts(attribute, where, unnested(attribute, where, object));
        return saysNothing(attribute, parts) ? Optional.empty() : Optional.of(JsonParts.object(parts));
    }

    private Map<String, JsonValue> parts(Attribute attribute, String where, JsonObject object) {
        Map<String, JsonValue> parts = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (Map.Entry<String, JsonValue> each : object.entrySet()) {
            Optional<Attribute> known = attribute.sub(each.getKey());
            if (known.isEmpty()) {
                notes.add(Leniency.UNKNOWN_ATTRIBUTE_IGNORED, where + "." + each.getKey());
                continue;
            }
            Attribute sub = known.get();
            if (!sub.name().equals(each.getKey())) {
                notes.add(Leniency.NAME_CASE, where + "." + sub.name());
            }
            if (!seen.add(sub.name())) {
                throw invalidValue("'" + where + "." + sub.name() + "' is given twice");
            }
            if (sub.readOnly()) {
                if (!JsonValue.NULL.equals(each.getValue())) {
                    notes.add(Leniency.READ_ONLY_IGNORED, where + "." + sub.name());
                }
                continue;
            }
            read(sub, where + "." + sub.name(), each.getValue()).ifPresent(one -> parts.put(sub.name(), one));
        }
        return parts;
    }

    /** An element with a type but no value is what is left when the value was cleared: it says nothing. */
    static boolean saysNothing(Attribute attribute, Map<String, JsonValue> parts) {
        return parts.isEmpty()
                || attribute.multiValued()
                        && attribute.sub("value").isPresent()
                        && Set.of("type", "primary").containsAll(parts.keySet());
    }

    /** Entra puts roles as JSON texts into strings, whole or one by one. */
    private JsonValue unwrapped(Attribute attribute, String where, JsonValue value) {
        if (!JsonInString.expectedIn(attribute) || !(value instanceof JsonString text)) {
            return value;
        }
        Optional<JsonValue> inner = JsonInString.read(text.getString());
        inner.ifPresent(found -> notes.add(Leniency.JSON_IN_STRING, where));
        return inner.orElse(value);
    }

    private JsonObject unnested(Attribute attribute, String where, JsonObject object) {
        if (!JsonInString.expectedIn(attribute)) {
            return object;
        }
        Optional<JsonObject> inner = JsonInString.merged(object);
        inner.ifPresent(found -> notes.add(Leniency.JSON_IN_STRING, where));
        return inner.orElse(object);
    }

    private static Optional<JsonValue> untyped(JsonValue value) {
        boolean nothing = switch (value.getValueType()) {
            case NULL -> true;
            case ARRAY -> value.asJsonArray().isEmpty();
            case OBJECT -> value.asJsonObject().isEmpty();
            case STRING -> ((JsonString) value).getString().isEmpty();
            case NUMBER, TRUE, FALSE -> false;
        };
        return nothing ? Optional.empty() : Optional.of(value);
    }

    /** An unregistered extension's object: kept as it is, except for what says nothing. */
    public static JsonObject untypedObject(JsonObject object) {
        Map<String, JsonValue> kept = new LinkedHashMap<>();
        object.forEach((name, value) -> untyped(value).ifPresent(one -> kept.put(name, one)));
        return JsonParts.object(kept);
    }
}
