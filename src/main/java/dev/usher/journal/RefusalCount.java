package dev.usher.journal;

import static java.util.Objects.requireNonNull;

/** How often a reason was given. <b>Shape:</b> {@code code} is the refusal's, or SCIM's word for the error. */
public record RefusalCount(String code, long count) {
    public RefusalCount {
        requireNonNull(code, "code");
    }
}
