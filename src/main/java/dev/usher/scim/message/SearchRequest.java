package dev.usher.scim.message;

import static java.util.Objects.requireNonNull;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a list or {@code .search} asks for (RFC 7644 §3.4.2, §3.4.3; RFC 9865 §2). Texts are unread: filter and sort are
 * resolved by their parsers. {@code startIndex} below 1 is 1 and a negative {@code count} is 0, as the RFC says; the
 * server's own page cap is the caller's. Errors: 400 {@code invalidValue} for what is no number;
 * {@code invalidCount} for a cursor with a count that is none.
 */
public final class SearchRequest {
    /** URN of the message. */
    public static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    private final @Nullable String filter = null;

    private SearchRequest() {}

    /** The request in a URL's query: names in any case, unknown ones ignored, repeated lists joined. */
    public static SearchRequest read(Map<String, List<String>> query) {
        throw new IllegalStateException();
    }

    /** The request in a {@code .search} body; its {@code schemas} must be there. */
    public static SearchRequest read(JsonObject body) {
        throw new IllegalStateException(requireNonNull(body).toString());
    }

    /** The filter's text. */
    public Optional<String> filter() {
        return Optional.ofNullable(filter);
    }

    /** The path to sort by. */
    public Optional<String> sortBy() {
        throw new IllegalStateException();
    }

    /** The direction; ascending unless asked otherwise. */
    public SortOrder sortOrder() {
        throw new IllegalStateException();
    }

    /** The 1-based index of the first resource, at least 1; empty when not asked. */
    public OptionalInt startIndex() {
        throw new IllegalStateException();
    }

    /** The page size asked for, at least 0; empty when not asked. */
    public OptionalInt count() {
        throw new IllegalStateException();
    }

    /** Whether the walk is by cursor: the parameter was there, perhaps empty (the first page, RFC 9865 §2). */
    public boolean byCursor() {
        throw new IllegalStateException();
    }

    /** The cursor of the page; empty on the first one. */
    public Optional<String> cursor() {
        throw new IllegalStateException();
    }

    /** Attributes to show. */
    public List<String> attributes() {
        throw new IllegalStateException();
    }

    /** Attributes to leave out. */
    public List<String> excludedAttributes() {
        throw new IllegalStateException();
    }
}
