package dev.usher.token;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.BearerSecret;

/** A token that was made, with its secret, which is known here and never again. */
public record NewToken(Token token, BearerSecret secret) {
    public NewToken {
        requireNonNull(token, "token");
        requireNonNull(secret, "secret");
    }
}
