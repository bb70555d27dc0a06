package dev.usher.catalog;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * A tenant's seats as they stand. <b>Shape:</b> {@code seats} is empty where they are unlimited; {@code used} may
 * exceed it after an administrator lowered it. {@code visibleUsers} are those that SCIM sees.
 */
public record Licence(OptionalLong seats, long used, long preserved, long visibleUsers) {
    public Licence {
        requireNonNull(seats, "seats");
    }
}
