package dev.usher.people.store;

import dev.usher.platform.Database;
import dev.usher.platform.Settings;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.schema.AttributePath;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds the ids of one page. A narrow result is read whole in one statement, so that its total is exact and its order
 * free; a broad one is walked in an index. What SQL cannot say is asked of the documents between the filter's bounds,
 * of at most {@value #MOST_DOCUMENTS}.
 */
@ApplicationScoped
public class SearchStore {
    /** Documents that one search evaluates; beyond it is 400 {@code tooMany}. */
    static final int MOST_DOCUMENTS = 50_000;

    /** The largest result that is read whole. */
    static final int NARROW = 10_000;

    private static final int NAMED_IDS = 1_000;
    private static final int CHEAP_OFFSET = 1_000;

    @Inject
    private Database database;

    @Inject
    private Settings settings;

    @Inject
    private AttributeNumbers numbers;

    @Inject
    private NestingRows nesting;

    @Inject
    private Documents documents;

    @Inject
    private Anchors anchors;

    private final int narrow;

    /** For the container. */
    public SearchStore() {
        this(NARROW);
    }

    /** Results larger than this are walked. */
    SearchStore(int narrow) {
        this.narrow = narrow;
    }

    /** The ids in this window. Errors: 400 {@code tooMany}. */
    public Found find(SearchQuery query, Window window) {
        Database bounded = database.within(settings.queryTimeout());
        Function<AttributePath, OptionalInt> known = numbers.prepared(query.caller(), query.registry())::of;
        Order order = Order.of(query.type(), query.sortBy(), known);
        Optional<FilterCompiler.Compiled> compiled =
                query.filter().map(filter -> compiler(query, known).compile(filter));
        if (compiled.isEmpty() && !(order instanceof Order.ByDocument)) {
            return broad(bounded, query, Condition.ALWAYS, order, window);
        }
        Bounds wanted = compiled.map(FilterCompiler.Compiled::bounds).orElse(Bounds.exactly(Condition.ALWAYS));
        SearchQuery open = compiled.map(each -> query.matching(each.open())).orElse(query);
        if (wanted.over() instanceof Condition.Never) {
            return new Found(OptionalLong.of(0), List.of(), Optional.empty());
        }
        var small = new NarrowResult(narrow, bounded, documents, open, order);
        Optional<Found> whole = small.read(wanted).map(hits -> small.window(hits, window));
        if (whole.isPresent()) {
            return whole.get();
        }
        if (order instanceof Order.ByDocument) {
            throw ScimException.tooMany("sorting by an attribute that is not indexed works on up to " + narrow
                    + " resources; narrow the filter");
        }
        if (wanted.exact()) {
            return broad(bounded, query, wanted.over(), order, window);
        }
        Set<UUID> matching = decided(bounded, open, wanted);
        if (matching.size() > NAMED_IDS) {
            if (wanted.under() instanceof Condition.Never && order instanceof Order.ById) {
                return small.window(small.byId(matching), window);
            }
            throw tooMany();
        }
        Condition exact = Condition.any(List.of(wanted.under(), new Condition.Ids(matching)));
        return broad(bounded, query, matching.isEmpty() ? wanted.under() : exact, order, window);
    }

    private FilterCompiler compiler(SearchQuery query, Function<AttributePath, OptionalInt> known) {
        var heads = new HeadCompiler(query.type(), query.caller().connection(), group -> withDescendants(query, group));
        return new FilterCompiler(known, heads);
    }

    private Set<UUID> withDescendants(SearchQuery query, UUID group) {
        var groups = new HashSet<UUID>(nesting.nesting(query.caller()).below(Set.of(group)));
        groups.add(group);
        return groups;
    }

    /** Those between the bounds that match what is open, by their documents. */
    private Set<UUID> decided(Database bounded, SearchQuery query, Bounds wanted) {
        TenantId tenant = query.caller().tenant();
        Condition open = Condition.all(List.of(wanted.doubt(), wanted.over(), Condition.not(wanted.under())));
        Selection from = source(tenant, query.population(), open);
        Sql sql = from.select(Sql.of(from.id())).add(" LIMIT ?", MOST_DOCUMENTS + 1);
        List<UUID> ids = bounded.query(sql.text(), row -> row.uuid(1), sql.parameters());
        if (ids.size() > MOST_DOCUMENTS) {
            throw tooMany();
        }
        return documents.matching(query, ids);
    }

    static ScimException tooMany() {
        return ScimException.tooMany("the filter asks of more resources than one search may read; compare an indexed "
                + "attribute with 'eq' as well");
    }

    static Selection source(TenantId tenant, Population population, Condition condition) {
        return new Lead(tenant, population)
                .selection(condition)
                .orElseGet(() ->
                        Selection.walk(tenant, population).narrowed(new Predicates(tenant, population), condition));
    }

    private Found broad(Database bounded, SearchQuery query, Condition filter, Order order, Window window) {
        var walk = new Walk(bounded, query, filter, order);
        if (window.byCursor()) {
            List<Hit> hits = walk.page(window.after(), 0, window.count() + 1);
            OptionalLong total =
                    filter instanceof Condition.Always ? OptionalLong.of(everybody(query)) : OptionalLong.empty();
            return page(total, hits, window.count());
        }
        boolean far = window.startIndex() > 1 && window.count() > 0;
        Optional<Anchors.Anchor> anchor = far ? anchors.find(query, window.startIndex()) : Optional.empty();
        long total = anchor.map(Anchors.Anchor::total).orElseGet(() -> count(bounded, query, filter));
        if (window.count() == 0 || window.startIndex() > total) {
            return new Found(OptionalLong.of(total), List.of(), Optional.empty());
        }
        long skip = anchor.isPresent() ? 0 : window.startIndex() - 1L;
        List<Hit> hits = walk.page(anchor.map(Anchors.Anchor::position), skip, window.count() + 1);
        Found found = page(OptionalLong.of(total), hits, window.count());
        int next = window.startIndex() + found.hits().size();
        boolean worthIt = next > CHEAP_OFFSET || !(filter instanceof Condition.Always);
        found.next().filter(position -> worthIt).ifPresent(position -> anchors.write(query, next, position, total));
        return found;
    }

    private static Found page(OptionalLong total, List<Hit> hits, int count) {
        List<Hit> shown = hits.subList(0, Math.min(count, hits.size()));
        Optional<Position> next = hits.size() > count && count > 0
                ? Optional.of(shown.get(count - 1).position())
                : Optional.empty();
        return new Found(total, shown, next);
    }

    private long count(Database bounded, SearchQuery query, Condition filter) {
        if (filter instanceof Condition.Always) {
            return everybody(query);
        }
        TenantId tenant = query.caller().tenant();
        var lead = new Lead(tenant, query.population());
        if (filter instanceof Condition.Not not) {
            Optional<Selection> absent = lead.selection(not.term());
            if (absent.isPresent()) {
                return everybody(query) - count(bounded, absent.get());
            }
        }
        return count(bounded, source(tenant, query.population(), filter));
    }

    private static long count(Database bounded, Selection selection) {
        Sql sql = selection.count();
        return bounded.count(sql.text(), sql.parameters());
    }

    private long everybody(SearchQuery query) {
        int tenant = query.caller().tenant().number();
        return query.type() == ResourceType.USER
                ? database.count("SELECT visible_users FROM licence WHERE tenant_no = ?", tenant)
                : database.count("SELECT COUNT(*) FROM scim_group WHERE tenant_no = ?", tenant);
    }
}
