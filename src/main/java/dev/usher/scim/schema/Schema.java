package dev.usher.scim.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/** One schema (RFC 7643 §7): a URN and the attributes under it, in the order of discovery. */
public record Schema(String id, String name, String description, List<Attribute> attributes) {
    /** Checks and copies. */
    public Schema {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        attributes = List.copyOf(attributes);
    }

    /** The attribute of this name in any case. */
    public Optional<Attribute> attribute(String wanted) {
        for (Attribute each : attributes) {
            if (each.name().equalsIgnoreCase(wanted)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
