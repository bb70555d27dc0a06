package dev.usher.extension;

import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaRegistry;
import java.util.List;

/**
 * A tenant's registered schemas at one version, and the registries that they make with the standard ones: {@code registry}
 * for all that reads and writes, {@code searching} in which attributes whose values are not all in the value table yet say
 * so.
 */
public record SchemaSet(
        long version, List<RegisteredSchema> registered, SchemaRegistry registry, SchemaRegistry searching) {
    public SchemaSet {
        registered = List.copyOf(registered);
    }

    /** The set of these schemas. */
    public static SchemaSet of(long version, List<RegisteredSchema> registered) {
        SchemaRegistry registry = SchemaRegistry.standard();
        SchemaRegistry searching = registry;
        for (RegisteredSchema each : registered) {
            registry = registry.with(each.type(), each.schema());
            searching = searching.with(each.type(), each.indexed() ? each.schema() : unindexed(each.schema()));
        }
        return new SchemaSet(version, registered, registry, searching);
    }

    private static Schema unindexed(Schema schema) {
        return new Schema(schema.id(), schema.name(), schema.description(), unindexed(schema.attributes()));
    }

    private static List<Attribute> unindexed(List<Attribute> attributes) {
        return attributes.stream().map(SchemaSet::unindexed).toList();
    }

    private static Attribute unindexed(Attribute attribute) {
        return new Attribute(
                attribute.name(),
                attribute.type(),
                attribute.multiValued(),
                attribute.description(),
                attribute.required(),
                attribute.canonicalValues(),
                attribute.caseExact(),
                attribute.mutability(),
                attribute.returned(),
                attribute.uniqueness(),
                attribute.referenceTypes(),
                unindexed(attribute.subAttributes()),
                false);
    }
}
