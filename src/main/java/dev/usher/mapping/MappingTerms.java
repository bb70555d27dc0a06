package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import dev.usher.catalog.Label;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.RegionId;
import dev.usher.platform.Problem;
import java.util.OptionalLong;

/**
 * What may be changed of a mapping: its name and its assignment. <b>Errors:</b> a quota below 1 byte is a 400 {@link
 * Problem}.
 */
public record MappingTerms(
        Label name, ProfileId profile, RegionId region, OptionalLong quotaBytes, boolean sendActivationEmail) {
    public MappingTerms {
        requireNonNull(name, "name");
        requireNonNull(profile, "profile");
        requireNonNull(region, "region");
        requireNonNull(quotaBytes, "quotaBytes");
        if (quotaBytes.isPresent() && quotaBytes.getAsLong() < 1) {
            throw Problem.field(
                    "assignment.quotaBytes", "A quota is at least 1 byte; leave it out or null for the profile's.");
        }
    }

    static MappingTerms of(Mapping mapping) {
        return new MappingTerms(
                new Label(mapping.name()),
                mapping.profile().id(),
                mapping.region().id(),
                mapping.quotaBytes(),
                mapping.sendActivationEmail());
    }
}
