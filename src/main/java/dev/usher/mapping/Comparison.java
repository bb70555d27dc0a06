package dev.usher.mapping;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One mapping tried on one user. <b>Shape:</b> {@code found} and {@code wanted} are empty for All Users, {@code found}
 * also where the attribute is absent; {@code nearMiss} says in words why a value that looks alike does not match.
 */
public record Comparison(
        Mapping mapping, boolean met, List<String> found, List<String> wanted, Optional<String> nearMiss) {
    public Comparison {
        requireNonNull(mapping, "mapping");
        found = List.copyOf(found);
        wanted = List.copyOf(wanted);
        requireNonNull(nearMiss, "nearMiss");
    }
}
