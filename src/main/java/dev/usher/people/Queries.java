package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.people.store.SearchQuery;
import dev.usher.platform.Settings;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.FilterLimits;
import dev.usher.scim.filter.FilterParser;
import dev.usher.scim.filter.TypeFilter;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.message.SortOrder;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.Returned;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Filter and order of a request, resolved by the caller's schemas. Errors: 400 {@code invalidFilter}, {@code invalidPath}. */
@Dependent
class Queries {
    @Inject
    private Extensions extensions;

    @Inject
    private Settings settings;

    /** What a search over all types looks for in each; empty where the filter can find nothing there. */
    record OfAll(Optional<SearchQuery> users, Optional<SearchQuery> groups) {
        /** Tells one such search from another, and from those of one type. */
        byte[] hash() {
            byte[] user = users.map(SearchQuery::hash).orElse(NOTHING);
            byte[] group = groups.map(SearchQuery::hash).orElse(NOTHING);
            return ByteBuffer.allocate(user.length + group.length)
                    .put(user)
                    .put(group)
                    .array();
        }
    }

    // A length that no hash has, so that no cursor fits two kinds of search.
    private static final byte[] NOTHING = {0};

    /** What the request looks for in one type. */
    SearchQuery of(Caller caller, ResourceType type, SearchRequest request) {
        SchemaRegistry registry = extensions.searching(caller);
        SearchQuery query = SearchQuery.all(caller, extensions.registry(caller), type);
        if (request.filter().isPresent()) {
            query = query.matching(
                    FilterParser.parse(registry, type, request.filter().get(), limits(settings)));
        }
        if (request.sortBy().isPresent()) {
            AttributePath path = registry.resolve(type, request.sortBy().get(), Resolution.REGISTERED);
            query = query.sortedBy(sortable(path), descending(request));
        }
        return query;
    }

    /** What it looks for in all types; an attribute that one lacks has no value there (RFC 7644 §3.4.2.1). */
    OfAll ofAll(Caller caller, SearchRequest request) {
        return new OfAll(inAll(caller, ResourceType.USER, request), inAll(caller, ResourceType.GROUP, request));
    }

    private Optional<SearchQuery> inAll(Caller caller, ResourceType type, SearchRequest request) {
        SchemaRegistry registry = extensions.searching(caller);
        SearchQuery query = SearchQuery.all(caller, extensions.registry(caller), type);
        if (request.sortBy().isPresent()) {
            Optional<AttributePath> path =
                    sortBy(registry, type, request.sortBy().get());
            query = path.isPresent()
                    ? query.sortedBy(sortable(path.get()), descending(request))
                    : query.withoutSortValue(descending(request));
        }
        if (request.filter().isEmpty()) {
            return Optional.of(query);
        }
        TypeFilter filter = TypeFilter.of(registry, type, request.filter().get(), limits(settings));
        if (filter instanceof TypeFilter.Matching matching) {
            return Optional.of(query.matching(matching.filter()));
        }
        return filter instanceof TypeFilter.Everything ? Optional.of(query) : Optional.empty();
    }

    /** Empty where only another type has it. */
    private static Optional<AttributePath> sortBy(SchemaRegistry registry, ResourceType type, String text) {
        Optional<AttributePath> own = registry.find(type, text, Resolution.REGISTERED);
        if (own.isPresent()) {
            return own;
        }
        for (ResourceType each : ResourceType.values()) {
            if (registry.find(each, text, Resolution.REGISTERED).isPresent()) {
                return Optional.empty();
            }
        }
        return Optional.of(registry.resolve(type, text, Resolution.REGISTERED));
    }

    /** How much a client's filter may be on this node. */
    static FilterLimits limits(Settings settings) {
        return new FilterLimits(settings.filterMaxCharacters(), settings.filterMaxDepth(), settings.filterMaxTerms());
    }

    private static boolean descending(SearchRequest request) {
        return request.sortOrder() == SortOrder.DESCENDING;
    }

    /** A complex attribute sorts by its value (RFC 7644 §3.4.2.3). What is never shown is not told by an order either. */
    private static AttributePath sortable(AttributePath path) {
        if (path.attribute().returned() == Returned.NEVER || path.leaf().returned() == Returned.NEVER) {
            throw ScimException.invalidPath("'" + path.text() + "' is never returned, so nothing sorts by it");
        }
        if (!path.leaf().complex()) {
            return path;
        }
        Optional<Attribute> value = path.sub().isEmpty() ? path.leaf().sub("value") : Optional.empty();
        return value.map(path::child)
                .orElseThrow(() -> ScimException.invalidPath(
                        "'" + path.text() + "' has several parts; sort by one of them, as " + path.text() + "."
                                + path.leaf().subAttributes().stream()
                                        .map(Attribute::name)
                                        .findFirst()
                                        .orElse("value")));
    }
}
