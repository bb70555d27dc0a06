package dev.usher.scim.filter;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A PATCH path (RFC 7644 §3.5.2): an attribute, perhaps a filter that picks elements, perhaps a sub-attribute of them.
 * Equal when the printed text is.
 */
public final class Path {
    private final AttributePath attribute;
    private final @Nullable Filter filter;

    private Path(AttributePath attribute, @Nullable Filter filter) {
        this.attribute = requireNonNull(attribute, "attribute");
        this.filter = filter;
    }

    /** The path in this text. Errors: 400 {@code invalidPath}; {@code invalidFilter} inside the brackets. */
    public static Path parse(SchemaRegistry registry, ResourceType type, String text) {
        throw new IllegalStateException();
    }

    /** A path without a filter. */
    public static Path of(AttributePath attribute) {
        return new Path(attribute, null);
    }

    /** Where it leads, sub-attribute included. */
    public AttributePath attribute() {
        return attribute;
    }

    /** The filter in brackets. */
    public Optional<Filter> filter() {
        return Optional.ofNullable(filter);
    }

    /** The sub-attribute after attribute or brackets. */
    public Optional<Attribute> sub() {
        return attribute.sub();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Path path && path.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The canonical text. */
    @Override
    public String toString() {
        throw new IllegalStateException();
    }
}
