package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What signing in needs of an administrator's row. {@code password} is the stored, slow hash. */
public record Credential(
        AdministratorId id,
        AdminIdentity identity,
        Optional<String> password,
        boolean disabled,
        long version,
        Optional<Instant> lockedUntil) {
    public Credential {
        requireNonNull(id, "id");
        requireNonNull(identity, "identity");
        requireNonNull(password, "password");
        requireNonNull(lockedUntil, "lockedUntil");
    }

    SignInAnswer.Known known() {
        return new SignInAnswer.Known(id, version, identity);
    }

    /** Never the hash. */
    @Override
    public String toString() {
        return "Credential[" + id + ", version " + version + "]";
    }
}
