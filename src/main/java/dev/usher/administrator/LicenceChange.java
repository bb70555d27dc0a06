package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalLong;

/** What is changed of a tenant's licence; empty keeps what is there, an empty number inside takes the limit off. */
public record LicenceChange(Optional<OptionalLong> seats, Optional<OptionalLong> preservedLimit) {
    public LicenceChange {
        requireNonNull(seats, "seats");
        requireNonNull(preservedLimit, "preservedLimit");
    }
}
