package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/** What became of a name and a password. */
public sealed interface SignInAnswer {
    /** They belong together. */
    record Known(AdministratorId id, long credentialVersion, AdminIdentity identity) implements SignInAnswer {
        public Known {
            requireNonNull(id, "id");
            requireNonNull(identity, "identity");
        }
    }

    /** They do not, or nobody has that name, or the administrator is disabled: the answer does not tell which. */
    record Wrong() implements SignInAnswer {}

    /** Too many failures; the next try is looked at after {@code delay}. */
    record LockedOut(Duration delay) implements SignInAnswer {
        public LockedOut {
            requireNonNull(delay, "delay");
        }
    }

    /** Too many are signing in at this moment. */
    record Busy() implements SignInAnswer {}
}
