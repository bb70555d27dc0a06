package dev.usher.mapping;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Explanations and warnings as the admin API shows them. */
public final class ExplanationJson {
    private ExplanationJson() {}

    /**
     * {@code {"mapping":{…},"comparisons":[…],"lookedFor":…}}; {@code mapping} is null where none was met, {@code lookedFor}
     * is blank where every mapping is for all users.
     */
    public static JsonObject of(Explanation explanation) {
        var json = JsonParts.object();
        explanation
                .result()
                .ifPresentOrElse(
                        found -> json.add("mapping", MappingJson.of(found.mapping())), () -> json.addNull("mapping"));
        return json.add("lookedFor", explanation.lookedFor())
                .add("comparisons", comparisons(explanation))
                .build();
    }

    /** Every comparison in order. */
    public static JsonArray comparisons(Explanation explanation) {
        var array = JsonParts.array();
        int place = 1;
        for (Comparison comparison : explanation.comparisons()) {
            array.add(comparison(comparison).add("place", place));
            place++;
        }
        return array.build();
    }

    /** A warning; {@code mappingId} is absent where it is about the whole order. */
    public static JsonObject of(OrderWarning warning) {
        var json = JsonParts.object().add("code", warning.code()).add("text", warning.text());
        warning.mapping().ifPresent(id -> json.add("mappingId", id.value().toString()));
        return json.build();
    }

    private static JsonObjectBuilder comparison(Comparison comparison) {
        Mapping mapping = comparison.mapping();
        var json = JsonParts.object()
                .add(
                        "mapping",
                        JsonParts.object()
                                .add("id", mapping.id().value().toString())
                                .add("name", mapping.name()))
                .add("met", comparison.met());
        if (mapping.criteria() instanceof AttributeCriteria criteria) {
            json.add("attribute", criteria.attribute())
                    .add("path", criteria.path())
                    .add("found", JsonParts.texts(comparison.found()))
                    .add("wanted", JsonParts.texts(comparison.wanted()));
        }
        comparison.nearMiss().ifPresent(text -> json.add("nearMiss", text));
        return json;
    }
}
