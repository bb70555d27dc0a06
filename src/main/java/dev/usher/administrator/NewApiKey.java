package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.BearerSecret;

/** A key that was made, with its secret, which is known here and never again. */
public record NewApiKey(ApiKey key, BearerSecret secret) {
    public NewApiKey {
        requireNonNull(key, "key");
        requireNonNull(secret, "secret");
    }
}
