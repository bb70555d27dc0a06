package dev.usher.tenant;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/** A tenant's licence and users. {@code seats} and {@code preservedLimit} are empty where they are unlimited. */
public record TenantCounts(
        OptionalLong seats, long used, long preserved, long visibleUsers, OptionalLong preservedLimit) {
    public TenantCounts {
        requireNonNull(seats, "seats");
        requireNonNull(preservedLimit, "preservedLimit");
    }
}
