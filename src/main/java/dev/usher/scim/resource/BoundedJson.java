package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidSyntax;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One reading of one text, without recursion: the provider's events into values, each limit checked on the way. */
final class BoundedJson {
    private static final int LONGEST_NUMBER = 100;
    private static final int LARGEST_EXPONENT = 1_000;

    private final JsonLimits limits;
    private final boolean escapes;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int keys;
    private @Nullable JsonObject result;

    BoundedJson(JsonLimits limits, boolean escapes) {
        this.limits = limits;
        this.escapes = escapes;
    }

    /** One open object or array. */
    private static final class Level {
        private final @Nullable JsonObjectBuilder object;
        private final @Nullable JsonArrayBuilder array;
        private final Set<String> names = new HashSet<>();
        private String name = "";

        Level(@Nullable JsonObjectBuilder object, @Nullable JsonArrayBuilder array) {
            this.object = object;
            this.array = array;
        }

        void add(JsonValue value) {
            if (object != null) {
                object.add(name, value);
            } else if (array != null) {
                array.add(value);
            }
        }

        JsonValue build() {
            if (object != null) {
                return object.build();
            }
            return array != null ? array.build() : JsonValue.NULL;
        }
    }

    JsonObject object(String text) {
        try (JsonParser parser = JsonParts.parsers().createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                take(parser, parser.next());
            }
        } catch (JsonException | NoSuchElementException | IllegalStateException broken) {
            throw invalidSyntax("the body is not JSON", broken);
        }
        if (result == null) {
            throw invalidSyntax("the body is no JSON object");
        }
        return result;
    }

    private void take(JsonParser parser, JsonParser.Event event) {
        switch (event) {
            case START_OBJECT -> open(new Level(JsonParts.object(), null));
            case START_ARRAY -> open(new Level(null, JsonParts.array()));
            case END_OBJECT, END_ARRAY -> close();
            case KEY_NAME -> name(parser.getString());
            case VALUE_STRING -> value(JsonParts.text(checked(parser.getString())));
            case VALUE_NUMBER -> value(number(parser.getString()));
            case VALUE_TRUE -> value(JsonValue.TRUE);
            case VALUE_FALSE -> value(JsonValue.FALSE);
            case VALUE_NULL -> value(JsonValue.NULL);
        }
    }

    private void open(Level level) {
        if (levels.isEmpty() && level.object == null) {
            throw invalidSyntax("the body is no JSON object");
        }
        if (levels.size() == limits.depth()) {
            throw invalidSyntax("JSON is nested deeper than " + limits.depth() + " levels");
        }
        levels.push(level);
    }

    private void close() {
        JsonValue built = levels.pop().build();
        if (levels.isEmpty()) {
            result = built.asJsonObject();
        } else {
            value(built);
        }
    }

    private void name(String name) {
        Level level = levels.getFirst();
        if (++keys > limits.keys()) {
            throw invalidSyntax("JSON has more than " + limits.keys() + " names");
        }
        if (!level.names.add(checked(name))) {
            throw invalidSyntax("'" + ScimException.shorten(name) + "' stands twice in one object");
        }
        level.name = name;
    }

    private void value(JsonValue value) {
        Level level = levels.peekFirst();
        if (level == null) {
            throw invalidSyntax("the body is no JSON object");
        }
        level.add(value);
    }

    private static JsonNumber number(String literal) {
        if (literal.length() > LONGEST_NUMBER) {
            throw invalidSyntax("a number has more than " + LONGEST_NUMBER + " digits");
        }
        BigDecimal number = decimal(literal);
        if (Math.abs((long) number.precision() - number.scale()) > LARGEST_EXPONENT) {
            throw invalidSyntax("a number has an exponent beyond " + LARGEST_EXPONENT);
        }
        boolean small = number.scale() == 0 && number.precision() <= 18;
        return small ? JsonParts.number(number.longValueExact()) : JsonParts.number(number);
    }

    private static BigDecimal decimal(String literal) {
        try {
            return new BigDecimal(literal);
        } catch (NumberFormatException absurd) {
            throw invalidSyntax("a number has an exponent beyond " + LARGEST_EXPONENT, absurd);
        }
    }

    /** Escapes can smuggle in half a surrogate pair, which no UTF-8 can carry out again. */
    private String checked(String text) {
        if (!escapes) {
            return text;
        }
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            boolean pair = Character.isHighSurrogate(each)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1));
            if (pair) {
                at++;
            } else if (Character.isSurrogate(each)) {
                throw invalidSyntax("a string holds half a surrogate pair");
            }
        }
        return text;
    }
}
