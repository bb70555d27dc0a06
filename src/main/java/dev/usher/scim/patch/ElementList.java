package dev.usher.scim.patch;

import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.Primary;
import dev.usher.scim.resource.ValueReader;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.CompareKeys;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
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
    private static final int NOT_KNOWN = -1;
    private static final int FEW = 8;

    private final Attribute attribute;
    private final PatchBudget budget;
    private final CompareKeys keys;
    // JSON's null where there is none any more.
    private final List<JsonValue> places;
    private final BitSet touched = new BitSet();
    // Where elements with one value stand: adding many must not compare each with each. Empty until one is added.
    private final Map<Optional<CompareKey>, List<Integer>> byValue = new HashMap<>();
    private int placed;
    private int primary = NOT_KNOWN;

    ElementList(AttributePath whole, List<JsonValue> start, PatchBudget budget, CompareKeys keys) {
        this.attribute = whole.attribute();
        this.budget = budget;
        this.keys = keys;
        this.places = new ArrayList<>(start);
        budget.take(start.size());
    }

    /** Sets or empties one place. */
    void put(int at, Optional<JsonValue> element) {
        set(at, element.orElse(JsonValue.NULL));
        element.filter(Primary::isSet).ifPresent(made -> onlyPrimary(at));
    }

    private void set(int at, JsonValue element) {
        places.set(at, element);
        touched.set(at);
    }

    /** Adds an element that no other is like. */
    void append(JsonValue element) {
        places.add(JsonValue.NULL);
        put(places.size() - 1, Optional.of(element));
    }

    /** Where elements with this one's value stand, or those without any. */
    private List<Integer> candidates(JsonValue element) {
        for (; placed < places.size(); placed++) {
            byValue.computeIfAbsent(valueOf(places.get(placed)), key -> new ArrayList<>())
                    .add(placed);
        }
        List<Integer> found = byValue.getOrDefault(valueOf(element), List.of());
        budget.take(found.size());
        return found;
    }

    private Optional<CompareKey> valueOf(JsonValue element) {
        Optional<Attribute> definition = attribute.complex() ? attribute.sub("value") : Optional.of(attribute);
        JsonValue value = element instanceof JsonObject object ? object.getOrDefault("value", JsonValue.NULL) : element;
        return definition.flatMap(known -> keys.of(known, value));
    }

    /** Takes out every element that says all of this one. */
    void removeCovering(JsonValue named) {
        boolean anywhere = attribute.complex() && !named.asJsonObject().containsKey("value");
        if (anywhere) {
            budget.take(places.size());
            for (int at = 0; at < places.size(); at++) {
                removeCovering(at, named);
            }
        } else {
            candidates(named).forEach(at -> removeCovering(at, named));
        }
    }

    private void removeCovering(int at, JsonValue named) {
        if (covers(places.get(at), named)) {
            set(at, JsonValue.NULL);
        }
    }

    /** Adds what is new in an element: nothing if one says all of it already, else into its like, else as a new one. */
    void add(JsonValue element) {
        List<Integer> candidates = candidates(element);
        for (int at : candidates) {
            if (covers(places.get(at), element)) {
                return;
            }
        }
        for (int at : candidates) {
            JsonValue old = places.get(at);
            if (alike(old, element)) {
                Map<String, JsonValue> both = new LinkedHashMap<>(old.asJsonObject());
                both.putAll(element.asJsonObject());
                put(at, Optional.of(JsonParts.object(both)));
                return;
            }
        }
        append(element);
    }

    /** The elements that are left. */
    List<JsonValue> elements() {
        if (touched.cardinality() <= FEW) {
            touched.stream().forEach(this::dropTwins);
        }
        Collection<JsonValue> left = touched.cardinality() <= FEW ? new ArrayList<>() : new LinkedHashSet<>();
        for (JsonValue each : places) {
            if (!JsonValue.NULL.equals(each)) {
                left.add(each);
            }
        }
        ValueReader.checkSize(attribute, left.size());
        return List.copyOf(left);
    }

    /** Of those that have become equal the first stays. */
    private void dropTwins(int changed) {
        JsonValue element = places.get(changed);
        for (int at = places.indexOf(element) + 1; at < places.size(); at++) {
            if (places.get(at).equals(element)) {
                places.set(at, JsonValue.NULL);
            }
        }
    }

    /** Whether the first says everything that the second says, by the schema's own comparison. */
    private boolean covers(JsonValue first, JsonValue second) {
        if (!(first instanceof JsonObject old) || !(second instanceof JsonObject sent)) {
            return !JsonValue.NULL.equals(first) && same(attribute, first, second);
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

    private boolean same(Attribute definition, JsonValue first, JsonValue second) {
        if (first.equals(second)) {
            return true;
        }
        Optional<CompareKey> key = keys.of(definition, first);
        return key.isPresent() && key.equals(keys.of(definition, second));
    }

    private void onlyPrimary(int chosen) {
        if (primary == NOT_KNOWN) {
            for (int at = 0; at < places.size(); at++) {
                clear(at, chosen);
            }
        } else {
            clear(primary, chosen);
        }
        primary = chosen;
    }

    private void clear(int at, int chosen) {
        JsonValue other = places.get(at);
        if (at != chosen && Primary.isSet(other)) {
            set(at, Primary.cleared(other));
        }
    }
}
