package dev.usher.endpoint.admin;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import dev.usher.scim.error.ScimException;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request's JSON, or an object inside it, read member by member. A member that is null is as one that is absent, except
 * where {@link #has} is asked.
 *
 * <p><b>Errors:</b> 400 that names the member, here and in every method.
 */
public final class Body {
    private static final Instant EARLIEST = Instant.parse("1000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int LONGEST_TEXT = 10_000;

    private final JsonValue root;
    private final String at;

    /** A whole body. */
    public Body(JsonValue root) {
        this(root, "");
    }

    private Body(JsonValue root, String at) {
        this.root = requireNonNull(root, "root");
        this.at = at;
    }

    /** Refuses members other than these, so that a mistyped one is not ignored in silence. */
    public Body only(String... names) {
        Set<String> known = Set.of(names);
        Optional<String> stranger =
                object().keySet().stream().filter(name -> !known.contains(name)).findFirst();
        if (stranger.isPresent()) {
            String all = Stream.of(names).sorted().collect(Collectors.joining(", "));
            throw Problem.invalid(
                    "'" + at + ScimException.shorten(stranger.get()) + "' is not known here; known are " + all + ".");
        }
        return this;
    }

    /** The body as the object it must be. */
    public JsonObject object() {
        if (root instanceof JsonObject object) {
            return object;
        }
        throw wrong("", "a JSON object");
    }

    /** The body as an array of ids. */
    public List<UUID> ids() {
        if (!(root instanceof JsonArray array)) {
            throw wrong("", "a JSON array of ids");
        }
        var ids = new ArrayList<UUID>();
        for (JsonValue element : array) {
            ids.add(uuid("", element));
        }
        return List.copyOf(ids);
    }

    /** Whether the member is there, be it null. */
    public boolean has(String name) {
        return object().containsKey(name);
    }

    /** A text that must be there and not be blank. */
    public String text(String name) {
        return optionalText(name).filter(text -> !text.isBlank()).orElseThrow(() -> missing(name));
    }

    public Optional<String> optionalText(String name) {
        return member(name).map(value -> {
            if (!(value instanceof JsonString text)) {
                throw wrong(name, "a text"); // how long it may be differs, and whoever takes it says so
            }
            if (text.getString().length() > LONGEST_TEXT) {
                throw wrong(name, "a text of at most " + LONGEST_TEXT + " characters");
            }
            return text.getString();
        });
    }

    public Optional<Boolean> optionalFlag(String name) {
        return member(name).map(value -> {
            if (!isBoolean(value)) {
                throw wrong(name, "true or false");
            }
            return value.getValueType() == JsonValue.ValueType.TRUE;
        });
    }

    /** A whole number of at most 18 digits. */
    public OptionalLong optionalNumber(String name) {
        Optional<JsonValue> found = member(name);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        if (found.get() instanceof JsonNumber number && number.isIntegral()) {
            try {
                return OptionalLong.of(number.longValueExact());
            } catch (ArithmeticException e) {
                throw wrong(name, "a whole number that fits 64 bits");
            }
        }
        throw wrong(name, "a whole number");
    }

    public long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    public Optional<UUID> optionalId(String name) {
        return member(name).map(value -> uuid(name, value));
    }

    public UUID id(String name) {
        return optionalId(name).orElseThrow(() -> missing(name));
    }

    /** An RFC 3339 time with its offset. */
    public Optional<Instant> optionalInstant(String name) {
        return optionalText(name).map(text -> instant(at + name, text));
    }

    public Instant instant(String name) {
        return optionalInstant(name).orElseThrow(() -> missing(name));
    }

    /** A constant, in any case, with {@code _} or {@code -}. */
    public <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return optionalText(name).map(text -> constant(at + name, text, type));
    }

    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return optionalConstant(name, type).orElseThrow(() -> missing(name));
    }

    /** An object inside this one; its members are named {@code name.member} in errors. */
    public Optional<Body> optionalBody(String name) {
        return member(name).map(value -> {
            if (!(value instanceof JsonObject)) {
                throw wrong(name, "a JSON object");
            }
            return new Body(value, at + name + ".");
        });
    }

    public Body body(String name) {
        return optionalBody(name).orElseThrow(() -> missing(name));
    }

    /** The texts of an array; empty where it is absent. */
    public List<String> texts(String name) {
        Optional<JsonValue> found = member(name);
        if (found.isEmpty()) {
            return List.of();
        }
        if (!(found.get() instanceof JsonArray array)) {
            throw wrong(name, "an array of texts");
        }
        var texts = new ArrayList<String>();
        for (JsonValue element : array) {
            if (!(element instanceof JsonString text)) {
                throw wrong(name, "an array of texts");
            }
            texts.add(text.getString());
        }
        return List.copyOf(texts);
    }

    /** A time from a body or a query parameter of that name, in years that every database keeps. */
    static Instant instant(String name, String text) {
        try {
            Instant time = Instant.parse(text);
            if (time.isBefore(EARLIEST) || !time.isBefore(LATEST)) {
                throw Problem.invalid("'" + name + "' must be a time between the years 1000 and 9999.");
            }
            return time;
        } catch (DateTimeParseException e) {
            throw Problem.invalid("'" + name + "' must be a time as 2026-01-31T12:00:00Z.");
        }
    }

    /** A constant from a body or a query parameter of that name. */
    static <E extends Enum<E>> E constant(String name, String text, Class<E> type) {
        String wanted = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(wanted))
                .findAny()
                .orElseThrow(() -> Problem.invalid("'" + name + "' must be one of "
                        + Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))
                        + "."));
    }

    /** An id from a path or a query parameter; what cannot be one does not exist: 404. */
    public static UUID pathId(String text, String what) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound(what);
        }
    }

    private Optional<JsonValue> member(String name) {
        return Optional.ofNullable(object().get(name))
                .filter(value -> value.getValueType() != JsonValue.ValueType.NULL);
    }

    private UUID uuid(String name, JsonValue value) {
        if (value instanceof JsonString text && text.getString().length() == 36) {
            try {
                return UUID.fromString(text.getString());
            } catch (IllegalArgumentException e) {
                throw wrong(name, "an id");
            }
        }
        throw wrong(name, "an id");
    }

    private static boolean isBoolean(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.TRUE || value.getValueType() == JsonValue.ValueType.FALSE;
    }

    private Problem missing(String name) {
        return new Problem(
                400,
                "invalid-request",
                "The request is not valid",
                "'" + at + name + "' is missing.",
                Map.of("field", at + name));
    }

    private Problem wrong(String name, String wanted) {
        String member = at + name;
        String subject = member.isEmpty() ? "The body" : "'" + member + "'";
        return new Problem(
                400,
                "invalid-request",
                "The request is not valid",
                subject + " must be " + wanted + ".",
                member.isEmpty() ? Map.of() : Map.of("field", member));
    }
}
