package dev.usher.people.store;

import dev.usher.people.Parts;
import dev.usher.people.StoredResource;
import dev.usher.scim.filter.Filter;
import dev.usher.scim.filter.FilterEvaluator;
import dev.usher.scim.resource.IndexedValue;
import dev.usher.scim.resource.IndexedValues;
import dev.usher.scim.resource.ResourceMeta;
import dev.usher.scim.resource.ResourceWriter;
import dev.usher.scim.resource.Retyping;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Schema;
import dev.usher.scim.schema.SchemaUrns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Asks documents what no index can answer: what is open of a filter, and keys to sort by. Reads them in chunks. */
@ApplicationScoped
public class Documents {
    private static final int CHUNK = 500;

    @Inject
    private ResourceRows rows;

    /** Which of these match the query's filter. */
    Set<UUID> matching(SearchQuery query, List<UUID> ids) {
        Filter filter = query.filter().orElseThrow();
        var writer = new ResourceWriter(query.registry());
        var matching = new HashSet<UUID>();
        List<Schema> early = early(query, filter::asks);
        Parts parts = parts(filter);
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<UUID> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            for (StoredResource stored : rows.load(query.caller(), query.type(), chunk, parts)) {
                if (FilterEvaluator.matches(filter, complete(writer, early, stored))) {
                    matching.add(stored.id());
                }
            }
        }
        return matching;
    }

    /** The keys of those that have the attribute: by the primary element, else the first (RFC 7644 §3.4.2.3). */
    Map<UUID, byte[]> keys(SearchQuery query, AttributePath path, List<UUID> ids) {
        var writer = new ResourceWriter(query.registry());
        var keys = new HashMap<UUID, byte[]>();
        List<Schema> early = early(query, about -> about.test(path));
        Parts parts = new Parts(path.attribute().name().equals("groups"), false, assignment(path), manager(path));
        for (int from = 0; from < ids.size(); from += CHUNK) {
            List<UUID> chunk = ids.subList(from, Math.min(ids.size(), from + CHUNK));
            for (StoredResource stored : rows.load(query.caller(), query.type(), chunk, parts)) {
                IndexedValues.of(List.of(path), complete(writer, early, stored)).stream()
                        .filter(IndexedValue::representative)
                        .forEach(value -> keys.put(stored.id(), value.key().bytes()));
            }
        }
        return keys;
    }

    /**
     * The tenant's schemas that are asked about and not indexed yet: of them documents may be as they came before the
     * registration. What is binary is never indexed; to type that again changes nothing.
     */
    private static List<Schema> early(SearchQuery query, Predicate<Predicate<AttributePath>> asks) {
        return query.registry().custom(query.type()).stream()
                .filter(schema -> asks.test(path -> path.schema().equals(schema.id()) && !indexed(path.leaf())))
                .toList();
    }

    private static boolean indexed(Attribute attribute) {
        return attribute.indexed() || attribute.subAttributes().stream().anyMatch(Documents::indexed);
    }

    private static ScimResource complete(ResourceWriter writer, List<Schema> early, StoredResource stored) {
        ScimResource resource = Retyping.apply(early, stored.resource());
        // Only its presence is asked here, so it need not be right.
        var meta = new ResourceMeta(stored.id().toString(), stored.created(), stored.modified(), stored.version(), "/");
        return new ScimResource(stored.type(), writer.complete(resource, meta));
    }

    private static Parts parts(Filter filter) {
        return new Parts(
                filter.asks(path -> path.attribute().name().equals("groups")),
                false,
                filter.asks(Documents::assignment),
                filter.asks(Documents::manager));
    }

    /** Its name and link are the server's; the id stands in the document. */
    private static boolean manager(AttributePath path) {
        return path.schema().equals(SchemaUrns.ENTERPRISE)
                && path.attribute().name().equals("manager")
                && !path.leaf().name().equals("value");
    }

    private static boolean assignment(AttributePath path) {
        return path.schema().equals(SchemaUrns.ASSIGNMENT) || path.text().equals("schemas");
    }
}
