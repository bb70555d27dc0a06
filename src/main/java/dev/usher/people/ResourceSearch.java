package dev.usher.people;

import dev.usher.people.store.Found;
import dev.usher.people.store.MergedResult;
import dev.usher.people.store.Position;
import dev.usher.people.store.ResourceRows;
import dev.usher.people.store.SearchQuery;
import dev.usher.people.store.SearchStore;
import dev.usher.people.store.Window;
import dev.usher.platform.Settings;
import dev.usher.platform.StatementTimeout;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/**
 * Lists and searches (RFC 7644 §3.4.2, RFC 9865): a page of ids first, its documents second. Every list has a total
 * order that ends in the id. <b>Transaction:</b> none; it only reads. <b>Errors:</b> 400 {@code invalidFilter} for what
 * cannot be asked, {@code invalidPath} for an unknown {@code sortBy}, {@code tooMany} for what would read too much,
 * {@code invalidCursor} and {@code expiredCursor}.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ResourceSearch {
    private static final byte[] BEGINNING = {};

    @Inject
    private Settings settings;

    @Inject
    private Queries queries;

    @Inject
    private SearchStore store;

    @Inject
    private ResourceRows rows;

    @Inject
    private Cursors cursors;

    /** The page that the request asks for; a {@code count} over the cap gives the cap. */
    public ResultPage search(Caller caller, ResourceType type, SearchRequest request, Parts parts) {
        if (!request.byCursor()) {
            return byIndex(caller, type, request, parts);
        }
        SearchQuery query = queries.of(caller, type, request);
        try {
            return byCursor(caller, type, query, request.cursor(), count(request), parts);
        } catch (StatementTimeout e) {
            throw tooSlow();
        }
    }

    private ResultPage byIndex(Caller caller, ResourceType type, SearchRequest request, Parts parts) {
        SearchQuery query = queries.of(caller, type, request);
        int startIndex = request.startIndex().orElse(1);
        try {
            Found found = store.find(query, Window.at(startIndex, count(request)));
            List<StoredResource> resources = rows.load(caller, type, found.ids(), parts);
            return new ResultPage(found.total(), startIndex, resources, Optional.empty(), Optional.empty());
        } catch (StatementTimeout e) {
            throw tooSlow();
        }
    }

    /**
     * The page of a search over all types (RFC 7644 §3.4.2.1); {@code parts} says what each type's answer needs. An
     * attribute that a type lacks has no value there. Errors as above, where no type knows the attribute.
     */
    public ResultPage searchAll(Caller caller, SearchRequest request, Function<ResourceType, Parts> parts) {
        Queries.OfAll all = queries.ofAll(caller, request);
        int count = count(request);
        var merged = new MergedResult(
                store, all.users(), all.groups(), request.sortBy().isPresent(), count);
        try {
            if (!request.byCursor()) {
                int startIndex = request.startIndex().orElse(1);
                List<StoredResource> resources = loaded(caller, merged.page(startIndex, count), parts);
                return new ResultPage(
                        OptionalLong.of(merged.total()), startIndex, resources, Optional.empty(), Optional.empty());
            }
            byte[] from = request.cursor()
                    .map(text -> cursors.read(caller.tenant(), all.hash(), text))
                    .orElse(BEGINNING);
            MergedResult.Walked walked = merged.after(from, count);
            Optional<String> next = Optional.of(walked.place())
                    .filter(place -> place.length > 0)
                    .map(place -> cursors.write(caller.tenant(), all.hash(), place));
            List<StoredResource> resources = loaded(caller, walked.items(), parts);
            return new ResultPage(OptionalLong.empty(), 1, resources, next, Optional.empty());
        } catch (StatementTimeout e) {
            throw tooSlow();
        }
    }

    private List<StoredResource> loaded(
            Caller caller, List<MergedResult.Item> items, Function<ResourceType, Parts> parts) {
        var found = new HashMap<UUID, StoredResource>();
        for (ResourceType type : ResourceType.values()) {
            List<UUID> ids = items.stream()
                    .filter(item -> item.type() == type)
                    .map(MergedResult.Item::id)
                    .toList();
            rows.load(caller, type, ids, parts.apply(type)).forEach(each -> found.put(each.id(), each));
        }
        return items.stream()
                .map(item -> found.get(item.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private int count(SearchRequest request) {
        return Math.min(request.count().orElse(settings.pageDefault()), settings.pageMax());
    }

    private ScimException tooSlow() {
        return ScimException.tooMany("the search took longer than "
                + settings.queryTimeout().toSeconds() + " s; compare an indexed attribute with 'eq' as well");
    }

    private ResultPage byCursor(
            Caller caller, ResourceType type, SearchQuery query, Optional<String> cursor, int count, Parts parts) {
        Window window = cursor.map(
                        text -> Window.after(Position.read(cursors.read(caller.tenant(), query.hash(), text)), count))
                .orElseGet(() -> Window.first(count));
        Found found = store.find(query, window);
        List<StoredResource> resources = rows.load(caller, type, found.ids(), parts);
        Optional<String> next =
                found.next().map(position -> cursors.write(caller.tenant(), query.hash(), position.bytes()));
        return new ResultPage(found.total(), 1, resources, next, Optional.empty());
    }
}
