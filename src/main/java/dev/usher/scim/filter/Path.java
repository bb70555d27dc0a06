package dev.usher.scim.filter;

import static dev.usher.scim.error.ScimException.invalidPath;
import static dev.usher.scim.error.ScimException.shorten;
import static java.util.Objects.requireNonNull;

import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Resolution;
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
        return parse(registry, type, text, FilterLimits.USUAL);
    }

    /** The same, what stands in brackets held to these limits. */
    public static Path parse(SchemaRegistry registry, ResourceType type, String text, FilterLimits limits) {
        return parse(registry, type, text, Resolution.REGISTERED, limits);
    }

    /** The same, where brackets may also pick elements of an extension that nobody registered. */
    public static Path parseAny(SchemaRegistry registry, ResourceType type, String text) {
        return parse(registry, type, text, Resolution.ANY_URN, FilterLimits.USUAL);
    }

    private static Path parse(
            SchemaRegistry registry, ResourceType type, String text, Resolution picked, FilterLimits limits) {
        String path = text.trim();
        int bracket = path.indexOf('[');
        if (bracket < 0) {
            return of(registry.resolve(type, path, Resolution.ANY_URN));
        }
        limits.checkLength(path);
        AttributePath head = registry.resolve(type, path.substring(0, bracket), picked);
        boolean picks = head.sub().isEmpty()
                && !head.wholeExtension()
                && (head.attribute().complex()
                        || head.attribute().multiValued()
                        || head.attribute().untyped());
        if (!picks) {
            throw invalidPath("'" + head.text() + "' has no elements to pick by brackets");
        }
        FilterReading reading = new FilterReading(registry, type, new Symbols(path, bracket), limits);
        Filter filter = reading.inBrackets(head);
        String rest = path.substring(reading.position() + 1);
        if (rest.isEmpty()) {
            return new Path(head, filter);
        }
        Attribute sub = head.part(rest.startsWith(".") ? rest.substring(1) : "")
                .orElseThrow(() -> invalidPath("'" + shorten(rest) + "' is no part of '" + head.text() + "'"));
        return new Path(head.child(sub), filter);
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
        if (filter == null) {
            return attribute.text();
        }
        String picked = attribute.parent().text() + "[" + FilterPrinter.printInElement(filter) + "]";
        return sub().map(sub -> picked + "." + sub.name()).orElse(picked);
    }
}
