package dev.usher.endpoint.security;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Secret;
import jakarta.security.enterprise.credential.Credential;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request showed, on its way to the identity store of its sort, and what that store found. The standard's result
 * knows valid and invalid only; the reason of a refusal and the caller's tenant come back here.
 */
final class PresentedCredential implements Credential {
    /** Which store it is for. */
    enum Sort {
        TOKEN,
        API_KEY,
        PASSWORD,
        SESSION
    }

    private final Sort sort;
    private final String name;
    private final Secret secret;
    private @Nullable Object found;
    private @Nullable Refusal refusal;

    PresentedCredential(Sort sort, String name, Secret secret) {
        this.sort = requireNonNull(sort, "sort");
        this.name = requireNonNull(name, "name");
        this.secret = requireNonNull(secret, "secret");
    }

    Sort sort() {
        return sort;
    }

    /** Blank except for a password's. */
    String name() {
        return name;
    }

    Secret secret() {
        return secret;
    }

    void admits(Object who) {
        found = who;
    }

    void refuses(Refusal why) {
        refusal = why;
    }

    Optional<Object> found() {
        return Optional.ofNullable(found);
    }

    /** The reason, where the store gave none too. */
    Refusal refusal() {
        return refusal == null ? Refusal.unauthorized("The credentials are not known.") : refusal;
    }
}
