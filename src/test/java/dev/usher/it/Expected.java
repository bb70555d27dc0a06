package dev.usher.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Compares JSON with what a recorded case expects, and puts kept values into it; its README has the language. */
final class Expected {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)}");

    private Expected() {}

    /** Each {@code ${name}} replaced. */
    static JsonValue filled(JsonValue value, Map<String, JsonValue> kept) {
        if (value instanceof JsonString text) {
            return filledText(text.getString(), kept);
        }
        if (value instanceof JsonArray array) {
            var copy = Json.createArrayBuilder();
            array.forEach(element -> copy.add(filled(element, kept)));
            return copy.build();
        }
        if (value instanceof JsonObject object) {
            var copy = Json.createObjectBuilder();
            object.forEach((name, member) -> copy.add(filledString(name, kept), filled(member, kept)));
            return copy.build();
        }
        return value;
    }

    /** The same inside text. */
    static String filledString(String text, Map<String, JsonValue> kept) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.replaceAll(found -> Matcher.quoteReplacement(plain(required(found.group(1), kept))));
    }

    private static JsonValue filledText(String text, Map<String, JsonValue> kept) {
        Matcher matcher = VARIABLE.matcher(text);
        return matcher.matches() ? required(matcher.group(1), kept) : Json.createValue(filledString(text, kept));
    }

    private static JsonValue required(String name, Map<String, JsonValue> kept) {
        return Optional.ofNullable(kept.get(name))
                .orElseThrow(() ->
                        new AssertionError("nothing was kept as " + name + ", only " + new TreeMap<>(kept).keySet()));
    }

    /** A string without quotes, anything else as JSON. */
    static String plain(JsonValue value) {
        return value instanceof JsonString text ? text.getString() : value.toString();
    }

    /** What stands at a pointer; a segment {@code *} collects from all elements. */
    static Optional<JsonValue> at(String pointer, JsonValue document) {
        if (pointer.isEmpty()) {
            return Optional.of(document);
        }
        int end = pointer.indexOf('/', 1) < 0 ? pointer.length() : pointer.indexOf('/', 1);
        String segment = pointer.substring(1, end).replace("~1", "/").replace("~0", "~");
        String rest = pointer.substring(end);
        if (document instanceof JsonArray array) {
            if (segment.equals("*")) {
                var all = Json.createArrayBuilder();
                array.forEach(element -> at(rest, element).ifPresent(all::add));
                return Optional.of(all.build());
            }
            int index = Integer.parseInt(segment);
            return index < array.size() ? at(rest, array.get(index)) : Optional.empty();
        }
        return document instanceof JsonObject object && object.containsKey(segment)
                ? at(rest, object.get(segment))
                : Optional.empty();
    }

    /** Whether the found value is as expected. */
    static boolean holds(JsonValue expected, Optional<JsonValue> found) {
        if (expected instanceof JsonObject rule
                && rule.size() == 1
                && first(rule).startsWith("$")) {
            String name = first(rule);
            return name.equals("$absent")
                    ? found.isEmpty()
                    : found.isPresent() && obeys(name, rule.get(name), found.get());
        }
        return found.isPresent() && same(expected, found.get());
    }

    private static boolean obeys(String name, JsonValue wanted, JsonValue found) {
        return switch (name) {
            case "$size" -> found.asJsonArray().size() == Integer.parseInt(wanted.toString());
            case "$has" -> found.asJsonArray().stream().anyMatch(element -> same(wanted, element));
            case "$lacks" -> found.asJsonArray().stream().noneMatch(element -> same(wanted, element));
            case "$sameAs" -> sorted(wanted).equals(sorted(found));
            case "$matches" ->
                Pattern.compile(plain(wanted), Pattern.DOTALL)
                        .matcher(plain(found))
                        .matches();
            default -> throw new AssertionError("no such rule: " + name);
        };
    }

    private static boolean same(JsonValue expected, JsonValue found) {
        if (expected instanceof JsonObject object && found instanceof JsonObject other) {
            return object.entrySet().stream()
                    .allMatch(member -> holds(member.getValue(), Optional.ofNullable(other.get(member.getKey()))));
        }
        if (expected instanceof JsonArray array && found instanceof JsonArray other) {
            return array.size() == other.size()
                    && Stream.iterate(0, i -> i < array.size(), i -> i + 1)
                            .allMatch(i -> same(array.get(i), other.get(i)));
        }
        return expected.equals(found);
    }

    private static List<String> sorted(JsonValue array) {
        var texts = new ArrayList<String>();
        array.asJsonArray().forEach(element -> texts.add(element.toString()));
        texts.sort(null);
        return texts;
    }

    private static String first(JsonObject object) {
        return object.keySet().iterator().next();
    }
}
