package dev.usher.assignment;

import static java.util.Objects.requireNonNull;

import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a user was given. <b>Shape:</b> without {@code quotaBytes} the profile's quota holds, as it is at any time;
 * without {@code mapping} an administrator gave it. {@code orderVersion} is the mapping order that was asked.
 */
public record Assignment(
        ProfileId profile, RegionId region, OptionalLong quotaBytes, Optional<MappingId> mapping, long orderVersion) {
    public Assignment {
        requireNonNull(profile, "profile");
        requireNonNull(region, "region");
        requireNonNull(quotaBytes, "quotaBytes");
        requireNonNull(mapping, "mapping");
    }
}
