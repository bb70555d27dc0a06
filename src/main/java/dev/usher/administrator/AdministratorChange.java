package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What changes of an administrator; empty keeps what is there. A mail address of no characters takes it away. */
public record AdministratorChange(
        Optional<String> email, Optional<Role> role, Optional<Boolean> disabled, Optional<PasswordHash> password) {
    public AdministratorChange {
        requireNonNull(email, "email");
        requireNonNull(role, "role");
        requireNonNull(disabled, "disabled");
        requireNonNull(password, "password");
        NewAdministrator.checkEmail(email.filter(address -> !address.isEmpty()));
    }

    /** Whether whoever signed in before must do so again. */
    boolean endsSessions() {
        return role.isPresent() || disabled.isPresent() || password.isPresent();
    }
}
