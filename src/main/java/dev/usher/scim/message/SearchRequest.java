package dev.usher.scim.message;

import static dev.usher.scim.error.ScimException.invalidSyntax;
import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.error.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a list or {@code .search} asks for (RFC 7644 §3.4.2, §3.4.3; RFC 9865 §2). Texts are unread: filter and sort are
 * resolved by their parsers. {@code startIndex} below 1 is 1 and a negative {@code count} is 0, as the RFC says; the
 * server's own page cap is the caller's. Errors: 400 {@code invalidValue} for what is no number, {@code invalidCount}
 * where the walk is by cursor; 400 {@code invalidSyntax} for a body without its {@code schemas}.
 */
public final class SearchRequest {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private static final Set<String> LISTS = Set.of("attributes", "excludedattributes");
    private static final Set<String> SINGLE = Set.of("filter", "sortby", "sortorder", "startindex", "count", "cursor");

    // Lower-cased names; lists are joined by commas, which no attribute name holds.
    private final Map<String, String> given;

    private SearchRequest(Map<String, String> given) {
        this.given = given;
        number("startindex");
        number("count");
        sortOrder();
    }

    /**
     * The request in a URL's query: names in any case, unknown ones ignored, repeated lists joined. What stands twice with
     * another value is 400 {@code invalidValue}, a filter {@code invalidFilter}.
     */
    public static SearchRequest read(Map<String, List<String>> query) {
        Map<String, String> given = new HashMap<>();
        query.forEach((name, values) -> {
            String key = name.toLowerCase(Locale.ROOT);
            if (LISTS.contains(key)) {
                values.forEach(each -> given.merge(key, each, (before, more) -> before + "," + more));
            } else if (SINGLE.contains(key)) {
                values.forEach(each -> takeOnce(given, key, each));
            }
        });
        return new SearchRequest(given);
    }

    /** The request in a {@code .search} body; its {@code schemas} must be there. */
    public static SearchRequest read(JsonObject body) {
        if (!MessageSchemas.names(body, SCHEMA)) {
            throw invalidSyntax("a search message has '" + SCHEMA + "' in its 'schemas'");
        }
        Map<String, String> given = new HashMap<>();
        body.forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            boolean known = LISTS.contains(key) || SINGLE.contains(key);
            if (known && !JsonValue.NULL.equals(value)) {
                given.put(key, text(name, value));
            }
        });
        return new SearchRequest(given);
    }

    /** Which of two was meant nobody knows; the wrong one could match somebody else. */
    private static void takeOnce(Map<String, String> given, String key, String value) {
        String before = given.putIfAbsent(key, value);
        if (before != null && !before.equals(value)) {
            String detail = "the query has two values for '" + key + "'";
            throw key.equals("filter") ? ScimException.invalidFilter(detail) : invalidValue(detail);
        }
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber) {
            return value.toString();
        }
        if (value instanceof JsonArray array) {
            List<String> texts = new ArrayList<>();
            for (JsonValue each : array) {
                texts.add(each instanceof JsonString text ? text.getString() : each.toString());
            }
            return String.join(",", texts);
        }
        throw invalidValue("'" + shorten(name) + "' takes a text, a number or a list");
    }

    /** The filter's text. */
    public Optional<String> filter() {
        return nonBlank("filter");
    }

    /** The path to sort by. */
    public Optional<String> sortBy() {
        return nonBlank("sortby").map(String::trim);
    }

    /** The direction; ascending unless asked otherwise. */
    public SortOrder sortOrder() {
        String word = nonBlank("sortorder").map(String::trim).orElse("ascending");
        if (word.equalsIgnoreCase("ascending")) {
            return SortOrder.ASCENDING;
        }
        if (word.equalsIgnoreCase("descending")) {
            return SortOrder.DESCENDING;
        }
        throw invalidValue("'sortOrder' is ascending or descending");
    }

    /** The 1-based index of the first resource, at least 1; empty when not asked. */
    public OptionalInt startIndex() {
        OptionalInt asked = number("startindex");
        return asked.isPresent() ? OptionalInt.of(Math.max(1, asked.getAsInt())) : asked;
    }

    /** The page size asked for, at least 0; empty when not asked. */
    public OptionalInt count() {
        OptionalInt asked = number("count");
        return asked.isPresent() ? OptionalInt.of(Math.max(0, asked.getAsInt())) : asked;
    }

    /** Whether the walk is by cursor: the parameter was there, perhaps empty (the first page, RFC 9865 §2). */
    public boolean byCursor() {
        return given.containsKey("cursor");
    }

    /** The cursor of the page; empty on the first one. */
    public Optional<String> cursor() {
        return nonBlank("cursor");
    }

    /** Attributes to show. */
    public List<String> attributes() {
        return list("attributes");
    }

    /** Attributes to leave out. */
    public List<String> excludedAttributes() {
        return list("excludedattributes");
    }

    private List<String> list(String key) {
        List<String> names = new ArrayList<>();
        for (String each : given.getOrDefault(key, "").split(",", -1)) {
            if (!each.isBlank()) {
                names.add(each.trim());
            }
        }
        return List.copyOf(names);
    }

    private Optional<String> nonBlank(String key) {
        return Optional.ofNullable(given.get(key)).filter(text -> !text.isBlank());
    }

    /** Numbers beyond what a list can have are as good as the largest. */
    private OptionalInt number(String key) {
        Optional<String> text = nonBlank(key).map(String::trim);
        if (text.isEmpty()) {
            return OptionalInt.empty();
        }
        String digits = text.get().startsWith("-") ? text.get().substring(1) : text.get();
        boolean whole = !digits.isEmpty() && digits.chars().allMatch(each -> each >= '0' && each <= '9');
        if (!whole) {
            throw notANumber(key, text.get());
        }
        boolean negative = text.get().startsWith("-");
        int size = digits.length() > 10 ? Integer.MAX_VALUE : (int) Math.min(Integer.MAX_VALUE, Long.parseLong(digits));
        return OptionalInt.of(negative ? -size : size);
    }

    private ScimException notANumber(String key, String text) {
        String detail = "'" + (key.equals("count") ? "count" : "startIndex") + "' takes an integer, not '"
                + shorten(text) + "'";
        return key.equals("count") && byCursor() ? ScimException.invalidCount(detail) : invalidValue(detail);
    }
}
