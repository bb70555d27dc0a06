package dev.usher.scim.patch;

import static dev.usher.scim.error.ScimException.noTarget;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.filter.Path;
import dev.usher.scim.patch.PatchOperation.Kind;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Notes;
import dev.usher.scim.resource.Retyping;
import dev.usher.scim.resource.ValueReader;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKeys;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one operation makes of one attribute's whole value (RFC 7644 §3.5.2.1 to §3.5.2.3). Empty is unassigned, before
 * and after.
 */
final class AttributeChange {
    private final AttributePath whole;
    private final Attribute attribute;
    private final Notes notes;
    private final PatchBudget budget;
    private final CompareKeys keys;
    private final ValueReader reader;
    private final ComplexValue complex;

    AttributeChange(AttributePath whole, Notes notes, boolean strict, PatchBudget budget, CompareKeys keys) {
        this.budget = budget;
        this.keys = keys;
        this.whole = whole;
        this.attribute = whole.attribute();
        this.notes = notes;
        this.reader = new ValueReader(notes, strict);
        this.complex = new ComplexValue(whole, reader);
    }

    Optional<JsonValue> of(Kind kind, Path path, Optional<JsonValue> before, JsonValue value) {
        Optional<JsonValue> typed = before.map(this::typed);
        Optional<JsonValue> after = changed(kind, path, typed, value);
        return after.equals(typed) ? before : after;
    }

    /** What came before the attribute's definition did may have another shape, and nobody asked to lose it. */
    private JsonValue typed(JsonValue before) {
        boolean fits = attribute.multiValued()
                ? before instanceof JsonArray array && array.stream().allMatch(this::shaped)
                : shaped(before);
        return fits ? before : Retyping.typed(attribute, whole.text(), before);
    }

    private boolean shaped(JsonValue one) {
        return attribute.complex() ? one instanceof JsonObject : !(one instanceof JsonStructure);
    }

    private Optional<JsonValue> changed(Kind kind, Path path, Optional<JsonValue> before, JsonValue value) {
        if (attribute.multiValued()) {
            List<JsonValue> after = elements(kind, path, list(before), value);
            return after.isEmpty() ? Optional.empty() : Optional.of(JsonParts.array(after));
        }
        if (path.filter().isPresent()) {
            return picked(kind, path, path.filter().get(), before, value);
        }
        if (path.sub().isPresent()) {
            return complex.part(kind, path.sub().get(), before, value);
        }
        return kind == Kind.REMOVE ? Optional.empty() : single(kind, before, value);
    }

    private Optional<JsonValue> single(Kind kind, Optional<JsonValue> before, JsonValue value) {
        if (attribute.complex()) {
            return complex.merged(kind, before, value);
        }
        Optional<JsonValue> sent = reader.single(attribute, whole.text(), value);
        return sent.isEmpty() && kind == Kind.ADD ? before : sent;
    }

    /** Brackets after a complex attribute with one value: all or nothing. */
    private Optional<JsonValue> picked(
            Kind kind, Path path, Filter filter, Optional<JsonValue> before, JsonValue value) {
        boolean matches = before.isPresent() && FilterEvaluator.matchesElement(filter, before.get(), keys);
        if (!matches) {
            if (kind == Kind.REMOVE) {
                return before;
            }
            throw nothingPicked(path);
        }
        return changed(kind, Path.of(path.attribute()), before, value);
    }

    private ScimException nothingPicked(Path path) {
        return noTarget("'" + whole.text() + "' has nothing that matches '" + shorten(path.toString()) + "'");
    }

    private List<JsonValue> elements(Kind kind, Path path, List<JsonValue> before, JsonValue value) {
        if (path.filter().isPresent()) {
            return filtered(kind, path, path.filter().get(), before, value);
        }
        if (path.sub().isPresent()) {
            return everyElement(kind, path.sub().get(), before, value);
        }
        return switch (kind) {
            case ADD -> added(before, reader.elements(attribute, whole.text(), value));
            case REPLACE -> reader.elements(attribute, whole.text(), value);
            case REMOVE -> JsonValue.NULL.equals(value) ? List.of() : without(before, value);
        };
    }

    private List<JsonValue> added(List<JsonValue> before, List<JsonValue> coming) {
        ElementList list = list(before);
        coming.forEach(list::add);
        return list.elements();
    }

    /** Entra removes elements by naming them in the value. */
    private List<JsonValue> without(List<JsonValue> before, JsonValue value) {
        notes.add(Leniency.REMOVE_WITH_VALUE, whole.text());
        List<JsonValue> named = reader.elements(attribute, whole.text(), value);
        ElementList list = list(before);
        named.forEach(list::removeCovering);
        return list.elements();
    }

    /** A sub-attribute without brackets is that of every element; where there is none, of a new one. */
    private List<JsonValue> everyElement(Kind kind, Attribute sub, List<JsonValue> before, JsonValue value) {
        ElementList list = list(before);
        if (before.isEmpty() && kind != Kind.REMOVE) {
            complex.part(kind, sub, Optional.empty(), value).ifPresent(list::add);
            return list.elements();
        }
        budget.take((long) before.size() * PatchBudget.REWRITTEN);
        for (int at = 0; at < before.size(); at++) {
            list.put(at, complex.part(kind, sub, Optional.of(before.get(at)), value));
        }
        return list.elements();
    }

    private List<JsonValue> filtered(Kind kind, Path path, Filter filter, List<JsonValue> before, JsonValue value) {
        budget.take((long) before.size() * filter.size());
        List<Integer> picked = new ArrayList<>();
        for (int at = 0; at < before.size(); at++) {
            if (FilterEvaluator.matchesElement(filter, before.get(at), keys)) {
                picked.add(at);
            }
        }
        if (picked.isEmpty()) {
            return kind == Kind.REMOVE ? before : created(kind, path, filter, before, value);
        }
        ElementList list = list(before);
        budget.take((long) picked.size() * PatchBudget.REWRITTEN);
        for (int at : picked) {
            list.put(at, changed(kind, path, filter, before.get(at), value));
        }
        return list.elements();
    }

    private Optional<JsonValue> changed(Kind kind, Path path, Filter filter, JsonValue element, JsonValue value) {
        if (path.sub().isPresent()) {
            return complex.part(kind, path.sub().get(), Optional.of(element), value);
        }
        if (kind == Kind.REMOVE) {
            return Optional.empty();
        }
        if (!attribute.complex()) {
            return reader.single(attribute, whole.text(), value);
        }
        if (kind == Kind.ADD) {
            return complex.merged(kind, Optional.of(element), value);
        }
        // SailPoint replaces a filtered element by an object that need not repeat what the filter said.
        Optional<JsonValue> sent = reader.single(attribute, whole.text(), value);
        Map<String, JsonValue> stamps = Stamps.of(filter).orElse(Map.of());
        return sent.map(one -> Stamps.under(stamps, one));
    }

    /** Entra expects the element to come into being when the filter says all about it that matters. */
    private List<JsonValue> created(Kind kind, Path path, Filter filter, List<JsonValue> before, JsonValue value) {
        Optional<Map<String, JsonValue>> stamps = attribute.complex() ? Stamps.of(filter) : Optional.empty();
        if (stamps.isEmpty()) {
            throw nothingPicked(path);
        }
        Optional<JsonValue> sent = path.sub().isPresent()
                ? complex.part(kind, path.sub().get(), Optional.empty(), value)
                : reader.single(attribute, whole.text(), value);
        if (sent.isEmpty()) {
            return before;
        }
        notes.add(Leniency.ELEMENT_CREATED, path.toString());
        ElementList list = list(before);
        list.append(Stamps.under(stamps.get(), sent.get()));
        return list.elements();
    }

    private ElementList list(List<JsonValue> start) {
        return new ElementList(whole, start, budget, keys);
    }

    private static List<JsonValue> list(Optional<JsonValue> value) {
        return value.map(JsonParts::elements).orElse(List.of());
    }
}
