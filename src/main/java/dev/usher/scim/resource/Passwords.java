package dev.usher.scim.resource;

import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;

/** The core {@code password} (RFC 7643 §4.1.1): accepted by every name it has, never kept. No schema of ours defines it. */
public final class Passwords {
    private static final String NAME = "password";

    private Passwords() {}

    /** Whether the text names it, bare or beneath the core schema's URN or an alias of that. */
    public static boolean named(SchemaRegistry registry, ResourceType type, String text) {
        int head = text.length() - NAME.length();
        if (!text.regionMatches(true, head, NAME, 0, NAME.length())) {
            return false;
        }
        boolean joined = head > 1 && ":.".indexOf(text.charAt(head - 1)) >= 0;
        return head == 0
                || joined
                        && registry.schema(type, text.substring(0, head - 1))
                                .filter(schema -> schema.id().equals(type.schema()))
                                .isPresent();
    }
}
