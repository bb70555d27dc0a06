package dev.usher.token;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A token's id, which is no secret. */
public record TokenId(UUID value) {
    public TokenId {
        requireNonNull(value, "value");
    }
}
