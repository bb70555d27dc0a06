package dev.usher.people;

import dev.usher.scim.error.ScimException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An {@code If-Match} or {@code If-None-Match} header (RFC 7644 §3.14, RFC 9110 §13.1), compared weakly because
 * versions are weak ETags {@code W/"n"}. A list of tags and {@code *} are understood; a tag that is not ours matches
 * nothing.
 */
public final class Precondition {
    private static final Precondition NONE = new Precondition(Kind.NONE, false, Set.of());
    private static final int MOST_TAGS = 50;

    private final Kind kind;
    private final boolean any;
    private final Set<String> tags;

    private enum Kind {
        NONE,
        IF_MATCH,
        IF_NONE_MATCH
    }

    private Precondition(Kind kind, boolean any, Set<String> tags) {
        this.kind = kind;
        this.any = any;
        this.tags = Set.copyOf(tags);
    }

    /** No condition: every version is admitted. */
    public static Precondition none() {
        return NONE;
    }

    /** The condition of a write. */
    public static Precondition ifMatch(Optional<String> header) {
        return header.map(text -> of(Kind.IF_MATCH, text)).orElse(NONE);
    }

    /** The condition of a read, or of a write that must find something else than what the client knows. */
    public static Precondition ifNoneMatch(Optional<String> header) {
        return header.map(text -> of(Kind.IF_NONE_MATCH, text)).orElse(NONE);
    }

    /** Whether a resource at this version may be read or written. */
    public boolean admits(long version) {
        boolean named = any || tags.contains(Long.toString(version));
        return kind == Kind.NONE || named == (kind == Kind.IF_MATCH);
    }

    /** 412 where it does not admit the version. */
    public void require(long version) {
        if (!admits(version)) {
            throw ScimException.preconditionFailed("the resource is at version W/\"" + version + "\" meanwhile");
        }
    }

    private static Precondition of(Kind kind, String header) {
        var found = new TreeSet<String>();
        for (String each : header.split(",", MOST_TAGS)) {
            String tag = each.strip();
            if (tag.equals("*")) {
                return new Precondition(kind, true, Set.of());
            }
            if (tag.startsWith("W/")) {
                tag = tag.substring(2);
            }
            if (tag.length() > 1 && tag.startsWith("\"") && tag.endsWith("\"")) {
                tag = tag.substring(1, tag.length() - 1);
            }
            found.add(tag);
        }
        return new Precondition(kind, false, found);
    }
}
