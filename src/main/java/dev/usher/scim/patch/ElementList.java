package dev.usher.scim.patch;

import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.Primary;
import dev.usher.scim.resource.ValueReader;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elements of a multi-valued attribute while they change: each once, and the last one that was made primary is the
 * only primary one (RFC 7644 §3.5.2). Places stay until {@link #elements()}.
 */
final class ElementList {
    private final Attribute attribute;
    private final List<Optional<JsonValue>> places = new ArrayList<>();
    // Where elements with one value stand: adding many must not compare each with each.
    private final Map<String, List<Integer>> byValue = new HashMap<>();

    ElementList(AttributePath whole, List<JsonValue> start) {
        this.attribute = whole.attribute();
        start.forEach(this::place);
    }

    /** Sets or empties one place. */
    void put(int at, Optional<JsonValue> element) {
        places.set(at, element);
        element.filter(Primary::isSet).ifPresent(made -> onlyPrimary(at));
    }

    /** Adds an element that no other is like. */
    void append(JsonValue element) {
        place(element);
        put(places.size() - 1, Optional.of(element));
    }

    private void place(JsonValue element) {
        byValue.computeIfAbsent(valueOf(element), key -> new ArrayList<>()).add(places.size());
        places.add(Optional.of(element));
    }

    private String valueOf(JsonValue element) {
        Optional<Attribute> definition = attribute.complex() ? attribute.sub("value") : Optional.of(attribute);
        JsonValue value = element instanceof JsonObject object ? object.getOrDefault("value", JsonValue.NULL) : element;
        return definition
                .flatMap(known -> CompareKey.of(known, value))
                .map(CompareKey::toString)
                .orElse("");
    }

    /** Adds what is new in an element: nothing if one says all of it already, else into its like, else as a new one. */
    void add(JsonValue element) {
        List<Integer> candidates = byValue.getOrDefault(valueOf(element), List.of());
        for (int at : candidates) {
            Optional<JsonValue> old = places.get(at);
            if (old.isPresent() && covers(old.get(), element)) {
                return;
            }
        }
        for (int at : candidates) {
            Optional<JsonValue> old = places.get(at);
            if (old.isPresent() && alike(old.get(), element)) {
                Map<String, JsonValue> both = new LinkedHashMap<>(old.get().asJsonObject());
                both.putAll(element.asJsonObject());
                put(at, Optional.of(JsonParts.object(both)));
                return;
            }
        }
        append(element);
    }

    /** The elements that are left. */
    List<JsonValue> elements() {
        LinkedHashSet<JsonValue> left = new LinkedHashSet<>();
        places.forEach(each -> each.ifPresent(left::add));
        ValueReader.checkSize(attribute, left.size());
        return List.copyOf(left);
    }

    /** Whether the first says everything that the second says, by the schema's own comparison. */
    boolean covers(JsonValue first, JsonValue second) {
        if (!(first instanceof JsonObject old) || !(second instanceof JsonObject sent)) {
            return same(attribute, first, second);
        }
        return sent.entrySet().stream().allMatch(each -> {
            JsonValue had = old.get(each.getKey());
            Optional<Attribute> sub = attribute.sub(each.getKey());
            // Not being primary is the same whether it is said or not.
            boolean unsaid = had == null && each.getKey().equals("primary") && JsonValue.FALSE.equals(each.getValue());
            return unsaid
                    || had != null
                            && sub.map(known -> same(known, had, each.getValue()))
                                    .orElse(false);
        });
    }

    /** One value under one type is one element, whatever else is said of it. */
    private boolean alike(JsonValue first, JsonValue second) {
        if (!(first instanceof JsonObject old) || !(second instanceof JsonObject sent) || !sent.containsKey("value")) {
            return false;
        }
        return samePart("value", old, sent) && (!sent.containsKey("type") || samePart("type", old, sent));
    }

    private boolean samePart(String name, JsonObject old, JsonObject sent) {
        JsonValue had = old.get(name);
        JsonValue asked = sent.get(name);
        return had != null
                && asked != null
                && attribute.sub(name).map(sub -> same(sub, had, asked)).orElse(false);
    }

    private static boolean same(Attribute definition, JsonValue first, JsonValue second) {
        if (first.equals(second)) {
            return true;
        }
        Optional<CompareKey> key = CompareKey.of(definition, first);
        return key.isPresent() && key.equals(CompareKey.of(definition, second));
    }

    private void onlyPrimary(int chosen) {
        for (int at = 0; at < places.size(); at++) {
            if (at != chosen) {
                places.set(at, places.get(at).map(each -> Primary.isSet(each) ? Primary.cleared(each) : each));
            }
        }
    }
}
