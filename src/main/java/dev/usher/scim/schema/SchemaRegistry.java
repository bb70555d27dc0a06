package dev.usher.scim.schema;

import java.util.List;
import java.util.Optional;

/**
 * The schemas a tenant has: RFC 7643's, Usher's, and its own registered extensions. Immutable; look-ups take any case
 * and the alias URNs of {@link SchemaUrns}. Threads: share it.
 */
public final class SchemaRegistry {
    /** The schemas that every tenant has. */
    public static SchemaRegistry standard() {
        throw new IllegalStateException();
    }

    /** The same with one more extension; a URN that is taken is 409 {@code uniqueness}. */
    public SchemaRegistry with(ResourceType type, Schema extension) {
        throw new IllegalStateException();
    }

    /** Every schema that describes resources, in the order of discovery, the tenant's own last. */
    public List<Schema> schemas() {
        throw new IllegalStateException();
    }

    /** The schema of this URN, aliases and case forgiven. */
    public Optional<Schema> schema(ResourceType type, String urn) {
        throw new IllegalStateException();
    }

    /** The type's core schema. */
    public Schema core(ResourceType type) {
        throw new IllegalStateException();
    }

    /** The type's extensions: Usher's and RFC 7643's first, then the tenant's own. */
    public List<Schema> extensions(ResourceType type) {
        throw new IllegalStateException();
    }

    /** The extensions that the tenant registered for this type. */
    public List<Schema> custom(ResourceType type) {
        throw new IllegalStateException();
    }

    /** The attributes at the document's top: common ones (RFC 7643 §3.1), then the core schema's. */
    public List<Attribute> top(ResourceType type) {
        throw new IllegalStateException();
    }

    /**
     * The attribute that a text leads to. A bare name is looked up in the core schema, then enterprise, then the
     * tenant's own, where an ambiguous one is refused. Errors: 400 {@code invalidPath}.
     */
    public AttributePath resolve(ResourceType type, String text, Resolution how) {
        throw new IllegalStateException();
    }

    /** As {@link #resolve}, but empty where the text leads nowhere; malformed or ambiguous is 400 {@code invalidPath}. */
    public Optional<AttributePath> find(ResourceType type, String text, Resolution how) {
        throw new IllegalStateException();
    }

    /** Every indexed way of a type, sub-attributes spelled out: what the value table may hold. */
    public List<AttributePath> indexed(ResourceType type) {
        throw new IllegalStateException();
    }
}
