package dev.usher.scim.filter;

import static dev.usher.scim.error.ScimException.invalidFilter;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.CompareKey;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;

/** Makes a comparison of path, operator and literal, or says why there is none (RFC 7644 §3.4.2.2, table 3). */
final class Operand {
    private static final int LONGEST_NUMBER = 64;

    private Operand() {}

    /** {@code written} is the literal as it stands in the filter, which is what it means where the attribute is a text. */
    static Filter compare(AttributePath path, Operator operator, JsonValue literal, String written) {
        if (JsonValue.NULL.equals(literal)) {
            return nothing(path, operator);
        }
        AttributePath target = path.leaf().complex() ? valueOf(path) : path;
        return new Filter.Compare(target, operator, typed(target, operator, literal, written));
    }

    /** RFC 7643 §2.5: null is unassigned. */
    private static Filter nothing(AttributePath path, Operator operator) {
        return switch (operator) {
            case EQ -> new Filter.Not(new Filter.Present(path));
            case NE -> new Filter.Present(path);
            default -> throw invalidFilter("null compares by eq and ne only");
        };
    }

    private static AttributePath valueOf(AttributePath path) {
        Attribute value = path.leaf()
                .sub("value")
                .filter(found -> path.sub().isEmpty())
                .orElseThrow(() -> invalidFilter("'" + path.text() + "' has parts; name the one to compare"));
        return path.child(value);
    }

    private static JsonValue typed(AttributePath path, Operator operator, JsonValue literal, String written) {
        Attribute leaf = path.leaf();
        boolean ordered = operator.ordering();
        return switch (leaf.type()) {
            case STRING, REFERENCE -> text(literal, written);
            case BINARY -> {
                refuse(ordered, path, operator);
                yield text(literal, written);
            }
            case BOOLEAN -> {
                refuse(ordered || operator.partial(), path, operator);
                yield bool(path, literal);
            }
            case INTEGER, DECIMAL -> {
                refuse(operator.partial(), path, operator);
                yield number(path, literal);
            }
            case DATE_TIME -> {
                refuse(operator.partial(), path, operator);
                yield dateTime(path, literal);
            }
            case UNTYPED -> {
                if (path.registered() || path.sub().isEmpty()) {
                    throw invalidFilter("'" + path.text() + "' cannot be compared");
                }
                // A part of an unregistered attribute: what is found says the type.
                yield literal;
            }
            case COMPLEX -> throw invalidFilter("'" + path.text() + "' cannot be compared");
        };
    }

    private static void refuse(boolean unfit, AttributePath path, Operator operator) {
        if (unfit) {
            throw invalidFilter(
                    "'" + path.text() + "' is a " + path.leaf().type().text() + ", which has no " + operator.text());
        }
    }

    private static JsonValue text(JsonValue literal, String written) {
        return literal instanceof JsonString ? literal : JsonParts.text(written);
    }

    private static JsonValue bool(AttributePath path, JsonValue literal) {
        String word = literal instanceof JsonString text ? text.getString() : literal.toString();
        // Entra writes [primary eq "True"].
        if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
            return JsonParts.bool(word.equalsIgnoreCase("true"));
        }
        throw invalidFilter("'" + path.text() + "' is true or false");
    }

    private static JsonValue number(AttributePath path, JsonValue literal) {
        if (literal instanceof JsonNumber) {
            return literal;
        }
        if (literal instanceof JsonString text && text.getString().length() <= LONGEST_NUMBER) {
            try {
                return comparable(path, JsonParts.number(new BigDecimal(text.getString())));
            } catch (NumberFormatException notANumber) {
                throw invalidFilter("'" + path.text() + "' compares to a number");
            }
        }
        throw invalidFilter("'" + path.text() + "' compares to a number");
    }

    private static JsonValue dateTime(AttributePath path, JsonValue literal) {
        if (literal instanceof JsonString) {
            return comparable(path, literal);
        }
        throw invalidFilter("'" + path.text() + "' compares to a dateTime in quotes");
    }

    private static JsonValue comparable(AttributePath path, JsonValue literal) {
        return CompareKey.of(path.leaf(), literal)
                .map(key -> literal)
                .orElseThrow(() -> invalidFilter(
                        "'" + path.text() + "' is a " + path.leaf().type().text()));
    }
}
