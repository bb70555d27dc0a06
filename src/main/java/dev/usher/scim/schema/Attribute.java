package dev.usher.scim.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * One attribute's definition (RFC 7643 §2.2, §7). Shape: sub-attributes only where the type is complex, and never
 * nested further; {@code indexed} is Usher's own flag: whether values go to the value table.
 */
public record Attribute(
        String name,
        AttributeType type,
        boolean multiValued,
        String description,
        boolean required,
        List<String> canonicalValues,
        boolean caseExact,
        Mutability mutability,
        Returned returned,
        Uniqueness uniqueness,
        List<String> referenceTypes,
        List<Attribute> subAttributes,
        boolean indexed) {
    /** Checks and copies. */
    public Attribute {
        requireNonNull(name, "name");
        requireNonNull(type, "type");
        requireNonNull(description, "description");
        requireNonNull(mutability, "mutability");
        requireNonNull(returned, "returned");
        requireNonNull(uniqueness, "uniqueness");
        canonicalValues = List.copyOf(canonicalValues);
        referenceTypes = List.copyOf(referenceTypes);
        subAttributes = List.copyOf(subAttributes);
    }

    /** A readable, writable attribute with nothing special about it; the seed of synthetic definitions. */
    public static Attribute simple(String name, AttributeType type) {
        return new Attribute(
                name,
                type,
                false,
                "",
                false,
                List.of(),
                true,
                Mutability.READ_WRITE,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                List.of(),
                false);
    }

    /** A synthetic complex attribute: what an extension looks like from the outside, named by its URN. */
    public static Attribute container(String name, List<Attribute> parts, Mutability mutability) {
        return new Attribute(
                name,
                AttributeType.COMPLEX,
                false,
                "",
                false,
                List.of(),
                false,
                mutability,
                Returned.DEFAULT,
                Uniqueness.NONE,
                List.of(),
                parts,
                false);
    }

    /** The sub-attribute of this name in any case. */
    public Optional<Attribute> sub(String wanted) {
        for (Attribute each : subAttributes) {
            if (each.name.equalsIgnoreCase(wanted)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /** Whether values are objects. */
    public boolean complex() {
        return type == AttributeType.COMPLEX;
    }

    /** Whether a client's value is ignored or refused. */
    public boolean readOnly() {
        return mutability == Mutability.READ_ONLY;
    }

    /** Whether only the JSON that is found says the type. */
    public boolean untyped() {
        return type == AttributeType.UNTYPED;
    }
}
