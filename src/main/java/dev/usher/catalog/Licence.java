package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A tenant's seats as they stand. <b>Shape:</b> {@code seats} is empty where they are unlimited; {@code used} may
 * exceed it after an administrator lowered it. {@code visibleUsers} are those that SCIM sees.
 */
public record Licence(OptionalLong seats, long used, long preserved, long visibleUsers, OptionalLong preservedLimit) {
    public Licence {
        requireNonNull(seats, "seats");
        requireNonNull(preservedLimit, "preservedLimit");
    }

    /** Whether so many more users would get a seat. */
    public boolean seatsFor(long more) {
        return seats.isEmpty() || used + more <= seats.getAsLong();
    }

    /** Whether more users are preserved than the limit allows: nobody is restored until that ends. */
    public boolean tooManyPreserved() {
        return preservedLimit.isPresent() && preserved > preservedLimit.getAsLong();
    }
}
