package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** An API key's id, which is no secret. */
public record ApiKeyId(UUID value) {
    public ApiKeyId {
        requireNonNull(value, "value");
    }
}
