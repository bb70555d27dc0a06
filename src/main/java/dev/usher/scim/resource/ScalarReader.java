package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidValue;
import static dev.usher.scim.error.ScimException.shorten;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.DateTimes;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.Optional;

/** Simple values into their attribute's type: strings that are booleans or numbers, numbers that are strings. */
final class ScalarReader {
    private static final int LONGEST_NUMBER = 64;
    private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private final Notes notes;
    private final boolean strict;

    ScalarReader(Notes notes, boolean strict) {
        this.notes = notes;
        this.strict = strict;
    }

    Optional<JsonValue> read(Attribute attribute, String where, JsonValue value) {
        if (value instanceof JsonString text && text.getString().isEmpty()) {
            notes.add(Leniency.EMPTY_TEXT_CLEARED, where);
            return Optional.empty();
        }
        JsonValue typed = switch (attribute.type()) {
            case STRING, REFERENCE -> text(where, value);
            case BOOLEAN -> bool(where, value);
            case INTEGER -> integer(where, value);
            case DECIMAL -> JsonParts.number(decimal(where, value));
            case DATE_TIME -> dateTime(where, value);
            case BINARY -> binary(where, value);
            case UNTYPED -> value;
            case COMPLEX -> throw invalidValue("'" + where + "' takes an object with sub-attributes");
        };
        return Optional.of(strict ? canonical(attribute, where, typed) : typed);
    }

    private JsonValue text(String where, JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> value;
            case NUMBER, TRUE, FALSE -> {
                notes.add(Leniency.STRING_AS_NUMBER, where);
                yield JsonParts.text(value.toString());
            }
            default -> throw wrong(where, "a string");
        };
    }

    private JsonValue bool(String where, JsonValue value) {
        if (JsonValue.TRUE.equals(value) || JsonValue.FALSE.equals(value)) {
            return value;
        }
        if (value instanceof JsonString text) {
            String word = text.getString().trim();
            if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
                notes.add(Leniency.BOOLEAN_AS_STRING, where);
                return JsonParts.bool(word.equalsIgnoreCase("true"));
            }
        }
        throw wrong(where, "true or false");
    }

    private JsonValue integer(String where, JsonValue value) {
        BigDecimal number = decimal(where, value);
        if (number.signum() != 0 && number.stripTrailingZeros().scale() > 0
                || number.compareTo(LEAST) < 0
                || number.compareTo(MOST) > 0) {
            throw wrong(where, "an integer of 64 bits");
        }
        return JsonParts.number(number.longValue());
    }

    private BigDecimal decimal(String where, JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue();
        }
        if (value instanceof JsonString text && text.getString().length() <= LONGEST_NUMBER) {
            try {
                BigDecimal number = new BigDecimal(text.getString().trim());
                if (Math.abs((long) number.scale()) <= 1_000) {
                    notes.add(Leniency.NUMBER_AS_STRING, where);
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                throw invalidValue("'" + where + "' takes a number", notANumber);
            }
        }
        throw wrong(where, "a number");
    }

    private static JsonValue dateTime(String where, JsonValue value) {
        if (value instanceof JsonString text
                && DateTimes.instant(text.getString()).isPresent()) {
            return value;
        }
        throw wrong(where, "a dateTime as 2026-01-31T08:00:00Z");
    }

    private static JsonValue binary(String where, JsonValue value) {
        if (value instanceof JsonString text) {
            try {
                Base64.getDecoder().decode(standardAlphabet(text.getString()));
                return value;
            } catch (IllegalArgumentException notBase64) {
                throw invalidValue("'" + where + "' takes base64", notBase64);
            }
        }
        throw wrong(where, "base64 in a string");
    }

    /** RFC 4648 has a second alphabet for URLs, and some clients break lines. */
    private static String standardAlphabet(String base64) {
        StringBuilder plain = new StringBuilder(base64.length());
        for (int at = 0; at < base64.length(); at++) {
            char each = base64.charAt(at);
            if (!Character.isWhitespace(each)) {
                plain.append(each == '-' ? '+' : each == '_' ? '/' : each);
            }
        }
        return plain.toString();
    }

    private static JsonValue canonical(Attribute attribute, String where, JsonValue value) {
        if (attribute.canonicalValues().isEmpty() || !(value instanceof JsonString text)) {
            return value;
        }
        CompareKey sent = CompareKey.text(text.getString(), attribute.caseExact());
        for (String each : attribute.canonicalValues()) {
            if (CompareKey.text(each, attribute.caseExact()).equals(sent)) {
                return JsonParts.text(each);
            }
        }
        throw invalidValue("'" + where + "' does not allow '" + shorten(text.getString()) + "'");
    }

    private static RuntimeException wrong(String where, String wanted) {
        return invalidValue("'" + where + "' takes " + wanted);
    }
}
