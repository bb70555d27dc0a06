package dev.usher.endpoint.admin;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Problem;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * A page of a list: {@code ?limit=} (1 to 1000, usually 100) and {@code ?cursor=}, the key of the last item of the page
 * before. Ask the component for {@link #fetch} rows, one more than the page, and give them to {@link #answer}.
 */
public record Paging(int limit, Optional<String> after) {
    /** Items on a page that nobody asked the size of. */
    static final int USUAL = 100;
    /** Items on the longest page. */
    static final int MOST = 1000;

    private static final int LONGEST_CURSOR = 4000;

    public Paging {
        requireNonNull(after, "after");
    }

    /** As the query asks. <b>Errors:</b> 400 for a limit that is no number, or a cursor that is not ours. */
    public static Paging of(UriInfo uri) {
        return new Paging(
                RequestParameter.LIMIT.of(uri).map(Paging::limit).orElse(USUAL),
                RequestParameter.CURSOR.of(uri).filter(text -> !text.isEmpty()).map(Paging::opened));
    }

    /** How many rows to ask for. */
    public int fetch() {
        return limit + 1;
    }

    /** The last page's key, where keys are ids. */
    public Optional<UUID> afterId() {
        return after.map(text -> {
            try {
                return UUID.fromString(text);
            } catch (IllegalArgumentException e) {
                throw wrongCursor();
            }
        });
    }

    /** The last page's key, where keys are numbers. */
    public OptionalLong afterNumber() {
        if (after.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(after.get()));
        } catch (NumberFormatException e) {
            throw wrongCursor();
        }
    }

    /** How many of a list of that size were shown before, where keys are such counts. */
    public int afterPlace(int size) {
        long shown = afterNumber().orElse(0);
        if (shown < 0 || shown > Integer.MAX_VALUE) {
            throw wrongCursor();
        }
        return (int) Math.min(shown, size); // it may have become shorter
    }

    /** {@code {"items":[…],"next":…}}; {@code next} is absent on the last page. */
    public <T> JsonObject answer(List<T> rows, Function<T, String> key, Function<T, ? extends JsonValue> json) {
        var items = Json.createArrayBuilder();
        List<T> shown = rows.size() > limit ? rows.subList(0, limit) : rows;
        shown.forEach(row -> items.add(json.apply(row)));
        var answer = Json.createObjectBuilder().add("items", items);
        if (rows.size() > limit) {
            String last = key.apply(shown.get(limit - 1));
            answer.add(
                    "next",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
        }
        return answer.build();
    }

    private static int limit(String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1) {
            throw Problem.invalid("'limit' must be a whole number from 1 to " + MOST + ".");
        }
        return Math.min(Integer.parseInt(text), MOST);
    }

    private static String opened(String cursor) {
        if (cursor.length() > LONGEST_CURSOR) {
            throw wrongCursor();
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw wrongCursor();
        }
    }

    private static Problem wrongCursor() {
        return Problem.invalid("'cursor' is not one that this list gave.");
    }
}
