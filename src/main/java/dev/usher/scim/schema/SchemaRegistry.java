package dev.usher.scim.schema;

import dev.usher.scim.error.ScimException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The schemas a tenant has: RFC 7643's, Usher's, and its own registered extensions. Immutable; look-ups take any case
 * and the alias URNs of {@link SchemaUrns}. Threads: share it.
 */
public final class SchemaRegistry {
    private static final SchemaRegistry STANDARD = new SchemaRegistry(Map.of(
            ResourceType.USER,
            new TypeNames(
                    ResourceType.USER,
                    StandardSchemas.USER,
                    List.of(StandardSchemas.ENTERPRISE, StandardSchemas.ASSIGNMENT),
                    List.of()),
            ResourceType.GROUP,
            new TypeNames(ResourceType.GROUP, StandardSchemas.GROUP, List.of(), List.of())));

    private static final Pattern MESSAGES =
            Pattern.compile("urn:(?:ietf|usher):params:scim:api:", Pattern.CASE_INSENSITIVE);

    private final Map<ResourceType, TypeNames> types;

    private SchemaRegistry(Map<ResourceType, TypeNames> types) {
        this.types = new EnumMap<>(types);
    }

    /** The schemas that every tenant has. */
    public static SchemaRegistry standard() {
        return STANDARD;
    }

    /** The same with one more extension; a URN that is taken is 409 {@code uniqueness}. */
    public SchemaRegistry with(ResourceType type, Schema extension) {
        for (ResourceType each : ResourceType.values()) {
            if (schema(each, extension.id()).isPresent()
                    || SchemaUrns.alias(each, extension.id()).isPresent()) {
                throw ScimException.uniqueness("schema '" + ScimException.shorten(extension.id()) + "' exists");
            }
        }
        TypeNames before = names(type);
        List<Schema> custom = new ArrayList<>(before.custom());
        custom.add(extension);
        List<Schema> standard = new ArrayList<>(before.extensions());
        standard.removeAll(before.custom());
        Map<ResourceType, TypeNames> changed = new EnumMap<>(types);
        changed.put(type, new TypeNames(type, before.core(), standard, custom));
        return new SchemaRegistry(changed);
    }

    /**
     * Refuses an extension that would make an answer ambiguous: by the URN of a message, or by one that is an attribute's
     * path in another schema, or the other way round. Those that are registered stay readable. Errors: 409
     * {@code uniqueness}.
     */
    public void requireApart(Schema extension) {
        if (MESSAGES.matcher(extension.id()).lookingAt()) {
            throw ScimException.uniqueness("URNs of messages name no schemas");
        }
        for (Schema each : schemas()) {
            if (named(each, extension.id()) || named(extension, each.id())) {
                throw ScimException.uniqueness("with '" + ScimException.shorten(each.id())
                        + "' one text would name a schema and an attribute");
            }
        }
    }

    private static boolean named(Schema schema, String urn) {
        String head = schema.id() + ":";
        return urn.regionMatches(true, 0, head, 0, head.length())
                && schema.attribute(urn.substring(head.length())).isPresent();
    }

    /** Every schema that describes resources, in the order of discovery, the tenant's own last. */
    public List<Schema> schemas() {
        List<Schema> all = new ArrayList<>();
        types.values().forEach(each -> all.add(each.core()));
        types.values().forEach(each -> all.addAll(each.extensions()));
        return List.copyOf(all);
    }

    /** The schema of this URN in resources of this type, aliases and case forgiven. */
    public Optional<Schema> schema(ResourceType type, String urn) {
        return names(type).schema(urn);
    }

    /**
     * Whether this can only be meant for an attribute of RFC 7643's schemas or of Usher's, {@code URN:name}, though there may
     * be none of that name. Beneath a tenant's own URN there may be extensions that nobody registered.
     */
    public boolean covers(ResourceType type, String text) {
        return names(type).covers(text);
    }

    /** The type's core schema. */
    public Schema core(ResourceType type) {
        return names(type).core();
    }

    /** The type's extensions: Usher's and RFC 7643's first, then the tenant's own. */
    public List<Schema> extensions(ResourceType type) {
        return names(type).extensions();
    }

    /** The extensions that the tenant registered for this type. */
    public List<Schema> custom(ResourceType type) {
        return names(type).custom();
    }

    /** The attributes at the document's top: common ones (RFC 7643 §3.1), then the core schema's. */
    public List<Attribute> top(ResourceType type) {
        return names(type).top();
    }

    /**
     * The attribute that a text leads to. A bare name is looked up in the core schema, then enterprise, then the
     * tenant's own, where an ambiguous one is refused. Errors: 400 {@code invalidPath}.
     */
    public AttributePath resolve(ResourceType type, String text, Resolution how) {
        return find(type, text, how)
                .orElseThrow(() ->
                        ScimException.invalidPath("no schema has an attribute '" + ScimException.shorten(text) + "'"));
    }

    /** As {@link #resolve}, but empty where the text leads nowhere; malformed or ambiguous is 400 {@code invalidPath}. */
    public Optional<AttributePath> find(ResourceType type, String text, Resolution how) {
        return names(type).find(text, how);
    }

    /** Every way to a registered attribute or sub-attribute, core first. */
    public List<AttributePath> paths(ResourceType type) {
        return names(type).paths();
    }

    /** Every way to a registered attribute as a whole, core first. */
    public List<AttributePath> attributes(ResourceType type) {
        return names(type).attributes();
    }

    /** Every indexed way of a type, sub-attributes spelled out: what the value table may hold. */
    public List<AttributePath> indexed(ResourceType type) {
        return names(type).indexed();
    }

    private TypeNames names(ResourceType type) {
        TypeNames found = types.get(type);
        if (found == null) {
            throw new IllegalStateException("no schemas for " + type);
        }
        return found;
    }
}
