package dev.usher.endpoint.admin;

import dev.usher.platform.Problem;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Row versions as entity tags (RFC 9110 §8.8.3, §13.1.1). */
public final class Versions {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");
    /** No row has it: what a tag of another form means. */
    private static final long NONE = -1;

    private Versions() {}

    /** The ETag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }

    /** The version that {@code If-Match} names; empty without the header or for {@code *}. */
    public static OptionalLong expected(HttpHeaders headers) {
        return named(RequestParameter.IF_MATCH.of(headers));
    }

    /** Which versions {@code If-Match} admits: every one without the header. */
    public static LongPredicate admitted(HttpHeaders headers) {
        OptionalLong expected = expected(headers);
        return version -> expected.isEmpty() || expected.getAsLong() == version;
    }

    /** The same, where a change must not be made without: 428 (RFC 6585 §3). */
    public static long demanded(HttpHeaders headers) {
        return named(RequestParameter.NEEDED_IF_MATCH.of(headers))
                .orElseThrow(() -> new Problem(
                        428,
                        "if-match-needed",
                        "If-Match is needed",
                        "Send If-Match with the ETag that was read, so that nobody's change is lost.",
                        Map.of()));
    }

    private static OptionalLong named(Optional<String> sent) {
        Optional<String> header = sent.map(String::strip).filter(text -> !text.equals("*"));
        if (header.isEmpty()) {
            return OptionalLong.empty();
        }
        Matcher tag = TAG.matcher(header.get());
        return OptionalLong.of(tag.matches() ? Long.parseLong(tag.group(1)) : NONE);
    }
}
