package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.MappingId;
import dev.usher.catalog.Profile;
import dev.usher.catalog.StorageRegion;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * An administrator's rule: who meets the criteria gets profile, region and quota. <b>Shape:</b> {@code place} counts
 * from 0 and has gaps after a deletion; without {@code quotaBytes} the profile's quota holds.
 */
public record Mapping(
        MappingId id,
        String name,
        int place,
        Criteria criteria,
        Profile profile,
        StorageRegion region,
        OptionalLong quotaBytes,
        boolean sendActivationEmail,
        Instant createdAt,
        long version) {
    public Mapping {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(criteria, "criteria");
        requireNonNull(profile, "profile");
        requireNonNull(region, "region");
        requireNonNull(quotaBytes, "quotaBytes");
        requireNonNull(createdAt, "createdAt");
    }

    /** The quota that its users have: its own, else the profile's, else none. */
    public OptionalLong effectiveQuotaBytes() {
        return quotaBytes.isPresent() ? quotaBytes : profile.quotaBytes();
    }

    /** What a user gets when this mapping, in an order of that version, is the one. */
    public Assignment assignment(long orderVersion) {
        return new Assignment(profile.id(), region.id(), quotaBytes, Optional.of(id), orderVersion);
    }
}
