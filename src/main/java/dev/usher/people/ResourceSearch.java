package dev.usher.people;

import dev.usher.extension.Extensions;
import dev.usher.people.store.Found;
import dev.usher.people.store.ResourceRows;
import dev.usher.people.store.SearchQuery;
import dev.usher.people.store.SearchStore;
import dev.usher.people.store.Window;
import dev.usher.platform.Settings;
import dev.usher.platform.StatementTimeout;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.filter.FilterParser;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.message.SortOrder;
import dev.usher.scim.schema.Attribute;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.Resolution;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/**
 * Lists and searches (RFC 7644 §3.4.2, RFC 9865): a page of ids first, its documents second. Every list has a total
 * order that ends in the id. <b>Transaction:</b> none; it only reads. <b>Errors:</b> 400 {@code invalidFilter} for what
 * cannot be asked, {@code invalidPath} for an unknown {@code sortBy}, {@code tooMany} for what would read too much,
 * {@code invalidCursor} and {@code expiredCursor}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ResourceSearch {
    @Inject
    private Settings settings;

    @Inject
    private Extensions extensions;

    @Inject
    private SearchStore store;

    @Inject
    private ResourceRows rows;

    @Inject
    private Cursors cursors;

    /** The page that the request asks for; a {@code count} over the cap gives the cap. */
    public ResultPage search(Caller caller, ResourceType type, SearchRequest request, Parts parts) {
        if (!request.byCursor()) {
            return page(caller, type, request, request.startIndex().orElse(1), count(request), parts);
        }
        SearchQuery query = query(caller, type, request);
        try {
            return byCursor(caller, type, query, request.cursor(), count(request), parts);
        } catch (StatementTimeout e) {
            throw tooSlow();
        }
    }

    /** What the request looks for, but another part of it: searches over several types are walked so. */
    public ResultPage page(
            Caller caller, ResourceType type, SearchRequest request, int startIndex, int count, Parts parts) {
        SearchQuery query = query(caller, type, request);
        try {
            Found found = store.find(query, Window.at(startIndex, count));
            List<StoredResource> resources = rows.load(caller, type, found.ids(), parts);
            return new ResultPage(found.total(), startIndex, resources, Optional.empty(), Optional.empty());
        } catch (StatementTimeout e) {
            throw tooSlow();
        }
    }

    /** The page size of this request: what it asks for, at most the cap. */
    public int count(SearchRequest request) {
        return Math.min(request.count().orElse(settings.pageDefault()), settings.pageMax());
    }

    private ScimException tooSlow() {
        return ScimException.tooMany("the search took longer than "
                + settings.queryTimeout().toSeconds() + " s; compare an indexed attribute with 'eq' as well");
    }

    private SearchQuery query(Caller caller, ResourceType type, SearchRequest request) {
        SchemaRegistry registry = extensions.searching(caller);
        SearchQuery query = SearchQuery.all(caller, extensions.registry(caller), type);
        if (request.filter().isPresent()) {
            query = query.matching(
                    FilterParser.parse(registry, type, request.filter().get()));
        }
        if (request.sortBy().isPresent()) {
            AttributePath path = registry.resolve(type, request.sortBy().get(), Resolution.REGISTERED);
            query = query.sortedBy(sortable(path), request.sortOrder() == SortOrder.DESCENDING);
        }
        return query;
    }

    /** A complex attribute sorts by its value (RFC 7644 §3.4.2.3). */
    private static AttributePath sortable(AttributePath path) {
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

    private ResultPage byCursor(
            Caller caller, ResourceType type, SearchQuery query, Optional<String> cursor, int count, Parts parts) {
        if (!cursors.available()) {
            throw ScimException.notImplemented("cursors need USHER_SECRET_KEY; use startIndex");
        }
        Window window = cursor.map(text -> Window.after(cursors.read(caller.tenant(), query, text), count))
                .orElseGet(() -> Window.first(count));
        Found found = store.find(query, window);
        List<StoredResource> resources = rows.load(caller, type, found.ids(), parts);
        Optional<String> next = found.next().map(position -> cursors.write(caller.tenant(), query, position));
        return new ResultPage(found.total(), 1, resources, next, Optional.empty());
    }
}
