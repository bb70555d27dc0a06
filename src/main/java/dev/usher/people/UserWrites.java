package dev.usher.people;

import dev.usher.assignment.DataLock;
import dev.usher.journal.Kind;
import dev.usher.journal.MaskedName;
import dev.usher.journal.Outcome;
import dev.usher.mapping.Classification;
import dev.usher.mapping.Classifier;
import dev.usher.mapping.LookedFor;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import dev.usher.notification.Topic;
import dev.usher.people.DeactivationGuard.Verdict;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.ResourceRows;
import dev.usher.platform.Meters;
import dev.usher.platform.Meters.Meter;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.patch.PatchPlan;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.patch.Patched;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.PutMerge;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What identity providers do to users, one transaction each; call it by {@link Provisioning}. The account's row is
 * locked before anything is read, so no update is lost without {@code If-Match}; the seat is counted last.
 */
@Stateless
public class UserWrites {
    /** The refusal of a user whom no mapping takes. */
    public static final String NO_MAPPING = "no-mapping";

    @Inject
    private Meters meters;

    @Inject
    private AccountRows accounts;

    @Inject
    private AccountBook book;

    @Inject
    private ResourceRows resources;

    @Inject
    private Mappings mappings;

    @Inject
    private DataLock dataLock;

    @Inject
    private Moves moves;

    @Inject
    private DeactivationGuard guard;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Clock clock;

    /** A new user, or one that comes back with its id; one that SCIM sees may stay preserved and is replaced then. */
    public Change create(WriteContext context, Incoming incoming) {
        ScimResource posted = incoming.resource();
        Comeback comeback = Comeback.of(
                accounts.candidates(context.tenant(), context.caller().connection(), posted),
                posted.text("externalId").orElse(""),
                clock.instant());
        Optional<Account> returning = comeback.restored()
                .flatMap(id -> accounts.lock(context.tenant(), id))
                .filter(account -> !account.row().life().state().active());
        return returning.isPresent()
                ? comeBack(context, returning.get(), incoming)
                : born(context, incoming, comeback.possible());
    }

    /** PUT. */
    public Change replace(WriteContext context, UserId id, Incoming incoming, Precondition precondition) {
        Account before = locked(context, id, precondition);
        PutMerge merge = PutMerge.of(context.registry(), before.resource(), incoming);
        EventDetail detail =
                detail(context, merge.resource()).notes(incoming.notes()).removed(merge.removed());
        return written(context, before, merge.resource(), Kind.USER_REPLACED, detail);
    }

    /** PATCH. */
    public Change patch(WriteContext context, UserId id, PatchRequest request, Precondition precondition) {
        PatchPlan plan = PatchPlan.of(context.registry(), ResourceType.USER, request, context.filters());
        Account before = locked(context, id, precondition);
        Patched patched = plan.apply(before.resource());
        EventDetail detail =
                detail(context, patched.resource()).notes(Notes.all(request.notes(), plan.notes(), patched.notes()));
        return written(context, before, patched.resource(), Kind.USER_PATCHED, detail);
    }

    /** DELETE: never refused; the account stays, preserved. */
    public void delete(WriteContext context, UserId id, Precondition precondition) {
        Account before = locked(context, id, precondition);
        Verdict verdict = guard.judged(
                context, before.row(), before.row().life().deleted(() -> dataLock.holds(context.tenant(), id.value())));
        Life.Step step = verdict.step();
        Account after = book.write(context, before, before.document(), step.life());
        record(context, Kind.USER_DELETED, after, verdict, detail(context, before.document()));
        adopted(context, before, after);
        chronicle.tell(context.caller(), Topic.USER_DELETED, after);
        book.settle(context.tenant(), before.row().life(), step.life());
        guard.follow(context, after.row(), verdict);
    }

    private Change born(WriteContext context, Incoming incoming, List<UUID> possible) {
        ScimResource posted = incoming.resource();
        Classification chosen = chosen(mappings.order(context.caller()), posted);
        Life life = Life.born(posted.bool("active").orElse(true));
        Account account = book.open(context, posted, life, chosen.assignment());
        UUID id = account.row().id();
        EventDetail detail = detail(context, posted)
                .notes(incoming.notes())
                .mapping(chosen.mapping().name());
        chronicle.record(context.caller(), Kind.USER_CREATED, id, Outcome.ACCEPTED, detail);
        if (!possible.isEmpty()) {
            EventDetail who = detail(context, posted).code("possibleReturn").accounts(possible);
            chronicle.record(context.caller(), Kind.POSSIBLE_RETURN, id, Outcome.ACCEPTED, who);
        }
        chronicle.tell(context.caller(), Topic.USER_CREATED, account);
        book.settleNew(context.tenant(), life);
        // Nobody new is in a group yet, so none is looked for.
        Parts known = new Parts(
                false, false, context.parts().assignment(), context.parts().manager());
        return new Change(resources.user(context.caller(), account, known), true, Change.Result.CREATED);
    }

    /** Whom SCIM sees is written as at any change, also without access; a deleted one comes back to its old assignment. */
    private Change comeBack(WriteContext context, Account before, Incoming incoming) {
        ScimResource posted = born(incoming.resource());
        EventDetail detail = detail(context, posted).notes(incoming.notes());
        Life life = before.row().life();
        Life.Step step = life.seenAgain()
                .wished(
                        posted.bool("active").orElse(true),
                        () -> dataLock.holds(context.tenant(), before.row().id()));
        if (life.visible()) {
            Kind kind = step.life().state().active() ? Kind.USER_RESTORED : Kind.USER_REPLACED;
            return written(context, before, posted, kind, detail);
        }
        Account after = book.write(context, before, book.kept(context, posted), step.life());
        record(context, Kind.USER_RESTORED, after, Verdict.of(step), detail);
        adopted(context, before, after);
        chronicle.tell(context.caller(), Topic.USER_RESTORED, after);
        book.welcome(context, before, after);
        book.settle(context.tenant(), life, step.life());
        return answer(context, after, Change.Result.RESTORED);
    }

    private Change written(WriteContext context, Account before, ScimResource wanted, Kind kind, EventDetail detail) {
        Life life = before.row().life();
        boolean active = wanted.bool("active").orElse(life.state().active());
        Verdict verdict = guard.judged(
                context,
                before.row(),
                life.wished(
                        active,
                        () -> dataLock.holds(context.tenant(), before.row().id())));
        Life.Step step = verdict.step();
        ScimResource document = book.kept(context, wanted);
        boolean adopts = AccountBook.adopts(context, before);
        if (document.equals(before.document()) && step.life().equals(life) && !adopts) {
            return unchanged(context, before, verdict, kind, detail);
        }
        Account written = book.write(context, before, document, step.life());
        record(context, kind, written, verdict, detail);
        // A change of active alone moves nobody, whatever mappings ask: access that comes back finds all as it was.
        Account after = document.equals(before.document()) ? written : moves.follow(context, before, written);
        adopted(context, before, after);
        chronicle.tell(context.caller(), topic(life, step.life()), after);
        book.welcome(context, before, after);
        book.settle(context.tenant(), life, step.life());
        guard.follow(context, after.row(), verdict);
        return answer(context, after, result(kind));
    }

    /** Tells that this write made a manual user the identity provider's, where it did. */
    private void adopted(WriteContext context, Account before, Account after) {
        if (AccountBook.adopts(context, before)) {
            EventDetail detail = detail(context, after.document());
            chronicle.record(context.caller(), Kind.USER_ADOPTED, after.row().id(), Outcome.ACCEPTED, detail);
        }
    }

    private Change unchanged(WriteContext context, Account account, Verdict verdict, Kind kind, EventDetail detail) {
        if (verdict.step().reason().isPresent()) {
            record(context, kind, account, verdict, detail);
        } else {
            chronicle.unchanged(context.caller(), kind, account.row().id(), detail);
        }
        StoredResource resource = resources.user(context.caller(), account, context.parts());
        return new Change(resource, false, Change.Result.UNCHANGED);
    }

    private Change answer(WriteContext context, Account account, Change.Result result) {
        return new Change(resources.user(context.caller(), account, context.parts()), true, result);
    }

    private Account locked(WriteContext context, UserId id, Precondition precondition) {
        Account account = accounts.lock(context.tenant(), id.value())
                .filter(found -> found.row().life().visible())
                .orElseThrow(() -> UserId.unknown(id.toString()));
        precondition.require(account.row().version());
        return account;
    }

    private void record(WriteContext context, Kind kind, Account account, Verdict verdict, EventDetail detail) {
        Outcome outcome = verdict.step().reason().isPresent() ? Outcome.CONFLICT : Outcome.ACCEPTED;
        verdict.code().ifPresent(detail::code);
        chronicle.record(context.caller(), kind, account.row().id(), outcome, detail);
    }

    private static EventDetail detail(WriteContext context, ScimResource resource) {
        return EventDetail.of(context.caller()).about(resource);
    }

    private static Change.Result result(Kind kind) {
        return switch (kind) {
            case USER_RESTORED -> Change.Result.RESTORED;
            case USER_REPLACED -> Change.Result.REPLACED;
            default -> Change.Result.PATCHED;
        };
    }

    private static Topic topic(Life before, Life after) {
        if (before.state().active() == after.state().active()) {
            return Topic.USER_CHANGED;
        }
        return after.state().active() ? Topic.USER_RESTORED : Topic.USER_PRESERVED;
    }

    private Classification chosen(MappingOrder order, ScimResource user) {
        meters.add(Meter.USERS_CLASSIFIED);
        try {
            return classified(order, user);
        } catch (ScimException e) {
            meters.add(Meter.USERS_UNMATCHED);
            throw e;
        }
    }

    /** As it will be shown: active, where nothing is said of that. */
    public static ScimResource born(ScimResource posted) {
        return posted.bool("active").isPresent() ? posted : posted.with("active", JsonValue.TRUE);
    }

    /** The mapping that takes somebody new; 400 {@code invalidValue} that says what was looked for. */
    static Classification classified(MappingOrder order, ScimResource posted) {
        ScimResource user = born(posted);
        return Classifier.classify(order, user)
                .orElseThrow(() -> ScimException.invalidValue(unmatched(LookedFor.of(order, user)))
                        .recordedAs(unmatched(LookedFor.of(order, user, MaskedName::of)))
                        .withCode(NO_MAPPING));
    }

    private static String unmatched(String lookedFor) {
        return "No mapping matches this user, so it was not created: " + lookedFor
                + ". An administrator can add a mapping that does, or one for all users.";
    }
}
