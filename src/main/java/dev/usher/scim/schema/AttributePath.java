package dev.usher.scim.schema;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resolved way to an attribute or sub-attribute: where it lies in the canonical document, what its schema says, and
 * the one canonical text by which Usher stores it ({@code userName}, {@code name.familyName},
 * {@code urn:…:User:manager.value}). Shape: an extension as a whole is a path whose attribute is the synthetic
 * container named by the URN; in the unregistered form the attribute is untyped. Equal when the text is.
 */
public final class AttributePath {
    private final String schema;
    private final boolean extension;
    private final boolean registered;
    private final Attribute attribute;
    private final @Nullable Attribute sub;
    private final String text;

    private AttributePath(
            String schema, boolean extension, boolean registered, Attribute attribute, @Nullable Attribute sub) {
        this.schema = requireNonNull(schema, "schema");
        this.extension = extension;
        this.registered = registered;
        this.attribute = requireNonNull(attribute, "attribute");
        this.sub = sub;
        String head = extension ? schema + ":" + attribute.name() : attribute.name();
        this.text = sub == null ? head : head + "." + sub.name();
    }

    /** A way to an attribute of the resource's core schema, or a common one. */
    public static AttributePath core(String schema, Attribute attribute) {
        return new AttributePath(schema, false, true, attribute, null);
    }

    /** A way to an attribute inside a registered extension. */
    public static AttributePath inExtension(String schema, Attribute attribute) {
        return new AttributePath(schema, true, true, attribute, null);
    }

    /** A way to an attribute inside an extension that nobody registered. */
    public static AttributePath unregistered(String schema, String name) {
        return new AttributePath(schema, true, false, Attribute.simple(name, AttributeType.UNTYPED), null);
    }

    /** A way to an extension's whole object. */
    public static AttributePath whole(String schema, Attribute container, boolean registered) {
        return new AttributePath(schema, false, registered, container, null);
    }

    /** The same way, one step further. */
    public AttributePath child(Attribute part) {
        return new AttributePath(schema, extension, registered, attribute, requireNonNull(part, "part"));
    }

    /** The same way without its last step, if it had two. */
    public AttributePath parent() {
        return sub == null ? this : new AttributePath(schema, extension, registered, attribute, null);
    }

    /** URN of the schema that defines the attribute. */
    public String schema() {
        return schema;
    }

    /** Whether the value lies inside the object that the URN names, rather than at the document's top. */
    public boolean extension() {
        return extension;
    }

    /** Whether a schema defines it; without one the JSON that is found says the type. */
    public boolean registered() {
        return registered;
    }

    /** Whether this is an extension's whole object. */
    public boolean wholeExtension() {
        return !extension && attribute.name().equals(schema);
    }

    /** The attribute's definition. */
    public Attribute attribute() {
        return attribute;
    }

    /** The sub-attribute's definition, if the way goes that far. */
    public Optional<Attribute> sub() {
        return Optional.ofNullable(sub);
    }

    /** The attribute's part of this name; of an attribute that nobody registered, any name is one. */
    public Optional<Attribute> part(String name) {
        return attribute.untyped() && Names.attribute(name)
                ? Optional.of(Attribute.simple(name, AttributeType.UNTYPED))
                : attribute.sub(name);
    }

    /** The definition at the end of the way. */
    public Attribute leaf() {
        return sub == null ? attribute : sub;
    }

    /** The canonical text. */
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AttributePath path && path.text.equals(text) && path.schema.equals(schema);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
