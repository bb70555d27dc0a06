package dev.usher.people;

import dev.usher.catalog.ProfileId;
import dev.usher.catalog.SeatsExhausted;
import dev.usher.catalog.TooManyPreserved;
import dev.usher.extension.Extensions;
import dev.usher.mapping.Classifier;
import dev.usher.mapping.Explanation;
import dev.usher.mapping.Mappings;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.AccountSearchRows;
import dev.usher.people.store.AssignedNames;
import dev.usher.people.store.AttributeNumbers;
import dev.usher.people.store.ResourceRows;
import dev.usher.platform.Contention;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Problem;
import dev.usher.platform.StatementTimeout;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.CompareKey;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * People for administrators: finding them, SCIM's and those it sees no more, and deciding about their life. The admin
 * API's counterpart of {@link Provisioning}. <b>Transaction:</b> none of its own; each act runs one and is repeated when
 * another was in the way. <b>Errors:</b> {@link Problem}: 403; 404; 412 where {@code admits} refuses the version; 409
 * {@code data-locked}, {@code no-seat}, {@code user-name-taken}.
 */
@ApplicationScoped
public class Accounts {
    @Inject
    private AccountWrites writes;

    @Inject
    private Suggestions suggestions;

    @Inject
    private AccountRows accounts;

    @Inject
    private AccountSearchRows search;

    @Inject
    private ResourceRows resources;

    @Inject
    private AssignedNames names;

    @Inject
    private AttributeNumbers numbers;

    @Inject
    private Extensions extensions;

    @Inject
    private Mappings mappings;

    /** Whom SCIM knows by exactly this userName now. */
    public Optional<UserId> named(Caller caller, String userName) {
        byte[] key = CompareKey.text(userName, false).full();
        return accounts.byName(caller.tenant(), key).map(UserId::new);
    }

    /** A page, newest first, of those older than {@code before}. What would take more than 5 s is 400. */
    public List<AccountView> page(Caller caller, AccountQuery query, Optional<UUID> before, int limit) {
        try {
            List<Account> found = search.search(caller.tenant(), query, before, limit);
            var known = names.of(caller, found.stream().map(Account::assignment).toList());
            return found.stream()
                    .map(account -> view(account, account.resource(), known))
                    .toList();
        } catch (StatementTimeout e) {
            throw Problem.field("query", "Too many users begin so; write more of the name.");
        }
    }

    /** The person, with groups. */
    public Optional<AccountView> find(Caller caller, UserId id) {
        return accounts.find(caller.tenant(), id.value()).map(account -> {
            StoredResource whole = resources.user(caller, account, new Parts(true, false, false, true));
            return view(account, whole.resource(), names.of(caller, List.of(account.assignment())));
        });
    }

    /** What today's mappings would say of the person, every comparison told; the assignment itself stays. */
    public Explanation why(Caller caller, AccountView view) {
        return Classifier.explain(mappings.order(caller), view.resource());
    }

    /** Makes a manual user. */
    public AccountView create(Caller caller, Incoming incoming) {
        UserId id = run(() -> writes.create(context(caller), incoming));
        return shown(caller, id);
    }

    /** Ends the person's access. */
    public AccountView preserve(Caller caller, UserId id, LongPredicate admits) {
        return acted(caller, id, context -> writes.preserve(context, id, admits));
    }

    /** Gives access back; 409 {@code user-name-taken} asks for another {@code userName}. */
    public AccountView restore(Caller caller, UserId id, Optional<String> userName, LongPredicate admits) {
        return acted(caller, id, context -> writes.restore(context, id, userName, admits));
    }

    /** Gives another profile, with a quota of its own or the profile's. */
    public AccountView assign(
            Caller caller, UserId id, ProfileId profile, OptionalLong quotaBytes, LongPredicate admits) {
        return acted(caller, id, context -> writes.assign(context, id, profile, quotaBytes, admits));
    }

    /** Suggested moves by user, after {@code after}. */
    public List<SuggestedMove> suggestions(Caller caller, Optional<UUID> after, int limit) {
        return named(caller, suggestions.page(caller.tenant(), after, limit));
    }

    /** The move that is suggested for one user and waits. */
    public Optional<SuggestedMove> suggestion(Caller caller, UserId user) {
        return suggestions
                .find(caller.tenant(), user)
                .flatMap(found -> named(caller, List.of(found)).stream().findFirst());
    }

    /** Moves the user as suggested. */
    public void acceptSuggestion(Caller caller, UserId id) {
        WriteContext context = context(caller);
        run(() -> {
            suggestions.accept(context, id);
            return id;
        });
    }

    /** Drops the suggestion. */
    public void dismissSuggestion(Caller caller, UserId id) {
        WriteContext context = context(caller);
        run(() -> {
            suggestions.dismiss(context, id);
            return id;
        });
    }

    /** Forgets the person for ever. */
    public void purge(Caller caller, UserId id, LongPredicate admits) {
        run(() -> {
            writes.purge(context(caller), id, admits);
            return id;
        });
    }

    private List<SuggestedMove> named(Caller caller, List<Suggestion> found) {
        var known = names.of(caller, found.stream().map(Suggestion::to).toList());
        var userNames = userNames(
                caller, found.stream().map(each -> each.user().value()).toList());
        return found.stream()
                .map(each -> new SuggestedMove(
                        each,
                        userNames.getOrDefault(each.user().value(), ""),
                        known.profile(each.to()),
                        known.region(each.to()),
                        known.mapping(each.to())))
                .toList();
    }

    /** The {@code userName} of each of these, seen by SCIM or not; without the purged ones. At most a page. */
    public Map<UUID, String> userNames(Caller caller, List<UUID> ids) {
        return accounts.userNames(caller.tenant(), ids);
    }

    @FunctionalInterface
    private interface Act {
        void in(WriteContext context);
    }

    private AccountView acted(Caller caller, UserId id, Act act) {
        WriteContext context = context(caller);
        run(() -> {
            act.in(context);
            return id;
        });
        return shown(caller, id);
    }

    private AccountView shown(Caller caller, UserId id) {
        return find(caller, id).orElseThrow(() -> Problem.notFound("This user"));
    }

    private static <T> T run(Supplier<T> call) {
        try {
            return Contention.retried(call);
        } catch (DuplicateRow e) {
            throw taken(e);
        } catch (TooManyPreserved e) {
            throw Problem.conflict(
                    Provisioning.PRESERVED_LIMIT,
                    "More users are preserved than the licence allows, so nobody is restored until some are purged.");
        } catch (SeatsExhausted e) {
            throw noSeat();
        }
    }

    static Problem noSeat() {
        return Problem.conflict("no-seat", "Every seat of the licence is used.");
    }

    static Problem nameTaken() {
        return Problem.conflict("user-name-taken", "Another user has this userName meanwhile; send another one.");
    }

    private static Problem taken(DuplicateRow duplicate) {
        if (duplicate.constraint().equals("uq_user_name")) {
            return nameTaken();
        }
        throw duplicate;
    }

    private WriteContext context(Caller caller) {
        SchemaRegistry registry = extensions.registry(caller);
        return new WriteContext(caller, registry, numbers.prepared(caller, registry), Parts.ALL);
    }

    private static AccountView view(Account account, ScimResource resource, AssignedNames.Names names) {
        var row = account.row();
        var assigned = new AccountView.Assigned(
                account.assignment(),
                names.profile(account.assignment()),
                names.region(account.assignment()),
                names.mapping(account.assignment()),
                names.quotaBytes(account.assignment()));
        return new AccountView(
                new UserId(row.id()),
                row.life(),
                row.managedBy(),
                row.since(),
                row.created(),
                row.modified(),
                row.version(),
                resource,
                assigned);
    }
}
