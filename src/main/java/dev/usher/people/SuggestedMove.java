package dev.usher.people;

import static java.util.Objects.requireNonNull;

/**
 * A suggestion with the names that a person reads. <b>Shape:</b> {@code userName} is blank where the user was
 * purged, {@code mappingName} where an administrator would give it.
 */
public record SuggestedMove(
        Suggestion suggestion, String userName, String profileName, String regionName, String mappingName) {
    public SuggestedMove {
        requireNonNull(suggestion, "suggestion");
        requireNonNull(userName, "userName");
        requireNonNull(profileName, "profileName");
        requireNonNull(regionName, "regionName");
        requireNonNull(mappingName, "mappingName");
    }
}
