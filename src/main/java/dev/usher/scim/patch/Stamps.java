package dev.usher.scim.patch;

import dev.usher.scim.JsonParts;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.Operator;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a filter says about an element that does not exist yet: only {@code eq} on {@code type} and {@code primary} do. */
final class Stamps {
    private Stamps() {}

    /** The sub-attributes the filter fixes; empty when it says anything else. */
    static Optional<Map<String, JsonValue>> of(Filter filter) {
        List<Filter> terms = filter instanceof Filter.And and ? and.terms() : List.of(filter);
        Map<String, JsonValue> stamps = new LinkedHashMap<>();
        for (Filter each : terms) {
            if (!(each instanceof Filter.Compare compare) || compare.operator() != Operator.EQ) {
                return Optional.empty();
            }
            String name = compare.path().leaf().name();
            boolean fixes = compare.path().sub().isPresent() && (name.equals("type") || name.equals("primary"));
            if (!fixes || stamps.putIfAbsent(name, compare.value()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(stamps);
    }

    /** The element with the stamps that it does not contradict. */
    static JsonValue under(Map<String, JsonValue> stamps, JsonValue element) {
        if (!(element instanceof JsonObject object)) {
            return element;
        }
        Map<String, JsonValue> stamped = new LinkedHashMap<>(object);
        stamps.forEach(stamped::putIfAbsent);
        return JsonParts.object(stamped);
    }
}
