package dev.usher.scim.resource;

import static dev.usher.scim.error.ScimException.invalidValue;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Members that come by their {@code $ref} alone, a link of ours to a user or group, absolute or relative, get the
 * {@code value} that it ends in (RFC 7643 §2.4). Errors: 400 {@code invalidValue} for a member that has neither: dropping
 * it would leave a group other than was asked for.
 */
public final class MemberLinks {
    private static final Pattern LINK =
            Pattern.compile("(?:.*/)?(?:Users|Groups)/([^/?#]+)/?", Pattern.CASE_INSENSITIVE);

    private MemberLinks() {}

    /** The members as they came, each object among them with a {@code value}. */
    public static JsonValue resolved(JsonValue members) {
        if (members instanceof JsonObject one && !one.isEmpty()) {
            return named(one) ? one : withValue(one);
        }
        if (members instanceof JsonArray array && !array.stream().allMatch(MemberLinks::named)) {
            return JsonParts.array(array.stream()
                    .map(each -> named(each) ? each : withValue(each.asJsonObject()))
                    .toList());
        }
        return members;
    }

    private static boolean named(JsonValue member) {
        return !(member instanceof JsonObject object)
                || part(object, "value").filter(value -> !nothing(value)).isPresent();
    }

    private static JsonValue withValue(JsonObject member) {
        String id = part(member, "$ref")
                .filter(JsonString.class::isInstance)
                .flatMap(link -> id(((JsonString) link).getString()))
                .orElseThrow(() -> invalidValue("a member has a 'value', the id of a user or group"));
        Map<String, JsonValue> parts = new LinkedHashMap<>(member);
        parts.keySet().removeIf("value"::equalsIgnoreCase);
        parts.put("value", JsonParts.text(id));
        return JsonParts.object(parts);
    }

    /** The id in which a link of ours ends. */
    public static Optional<String> id(String link) {
        return Optional.of(LINK.matcher(link.strip())).filter(Matcher::matches).map(found -> found.group(1));
    }

    private static boolean nothing(JsonValue value) {
        return JsonValue.NULL.equals(value)
                || value instanceof JsonString text && text.getString().isBlank();
    }

    private static Optional<JsonValue> part(JsonObject object, String name) {
        return object.entrySet().stream()
                .filter(each -> each.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
