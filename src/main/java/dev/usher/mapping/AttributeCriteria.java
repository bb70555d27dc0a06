package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Those with one of these values at an attribute. <b>Shape:</b> {@code path} is the resolved path that decides ({@code
 * urn:…:User:department}), {@code attribute} what the administrator typed ({@code department}); values are without
 * blanks around them, each once, 1 to {@value #MOST_VALUES}. <b>Errors:</b> a 400 {@link Problem} names the field.
 */
public record AttributeCriteria(String path, String attribute, List<String> values) implements Criteria {
    /** Values of one mapping. */
    public static final int MOST_VALUES = 1_000;
    /** Characters of one value. */
    public static final int LONGEST_VALUE = 1_000;

    private static final int LONGEST_PATH = 600;
    private static final int MOST_CHARACTERS = 100_000;

    public AttributeCriteria {
        requireNonNull(path, "path");
        requireNonNull(attribute, "attribute");
        if (path.length() > LONGEST_PATH || attribute.length() > LONGEST_PATH) {
            throw Problem.field(
                    "criteria.attribute", "An attribute's path has at most " + LONGEST_PATH + " characters.");
        }
        values = cleaned(values);
    }

    private static List<String> cleaned(List<String> values) {
        var kept = new LinkedHashSet<String>();
        long characters = 0;
        for (String value : values) {
            String bare = value.strip();
            if (bare.length() > LONGEST_VALUE) {
                throw Problem.field("criteria.values", "A value has at most " + LONGEST_VALUE + " characters.");
            }
            if (!bare.isEmpty() && kept.add(bare)) {
                characters += bare.length();
            }
        }
        if (kept.isEmpty()) {
            throw Problem.field("criteria.values", "At least one value is needed; blank ones do not count.");
        }
        if (kept.size() > MOST_VALUES || characters > MOST_CHARACTERS) {
            throw Problem.field(
                    "criteria.values",
                    "A mapping has at most " + MOST_VALUES + " values of " + MOST_CHARACTERS + " characters in all.");
        }
        return List.copyOf(kept);
    }
}
