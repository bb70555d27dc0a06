package dev.usher.people;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.Assignments;
import dev.usher.assignment.DataLock;
import dev.usher.assignment.MappingId;
import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.mapping.Classification;
import dev.usher.mapping.Classifier;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import dev.usher.notification.Topic;
import dev.usher.people.store.Account;
import dev.usher.people.store.SuggestionRows;
import dev.usher.tenant.Reclassify;
import dev.usher.tenant.Tenants;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Moves users to other assignments, or suggests it. Joins the transaction of whoever locked the user's row. */
@Dependent
class Moves {
    @Inject
    private Mappings mappings;

    @Inject
    private Tenants tenants;

    @Inject
    private Assignments assignments;

    @Inject
    private SuggestionRows suggestions;

    @Inject
    private DataLock dataLock;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Acts acts;

    @Inject
    private Clock clock;

    /**
     * What follows from a change of attributes that leads to another mapping, as the tenant chose; the account as it is
     * then. An unchanged match costs no statement.
     */
    Account follow(WriteContext context, Account before, Account after) {
        if (!after.row().life().visible()) {
            return after;
        }
        MappingOrder order = mappings.order(context.caller());
        Optional<Classification> wanted = Classifier.classify(order, after.resource());
        if (mapping(Classifier.classify(order, before.resource())).equals(mapping(wanted))) {
            return after;
        }
        Reclassify mode = tenants.read(context.tenant()).reclassify();
        if (mode == Reclassify.NEVER) {
            suggestions.deleteOpen(context.tenant(), after.row().id());
            return after;
        }
        boolean locked = dataLock.holds(context.tenant(), after.row().id());
        Proposal proposal = Proposal.of(after.assignment(), wanted.map(Classification::assignment), locked, mode);
        return apply(context, after, proposal);
    }

    /** Does what the proposal says, and records it; the user's version was raised already. */
    Account apply(WriteContext context, Account account, Proposal proposal) {
        if (proposal.kind() == Proposal.Kind.MOVED) {
            return moved(context, account, proposal.to().orElseThrow());
        }
        if (proposal.kind() == Proposal.Kind.SUGGESTED) {
            suggest(context, account, proposal);
            return account;
        }
        // What was suggested before is outdated by now; what was dismissed stays so.
        suggestions.deleteOpen(context.tenant(), account.row().id());
        if (proposal.kind() != Proposal.Kind.STAYS) {
            boolean locked = proposal.kind() == Proposal.Kind.DATA_LOCKED;
            conflict(context, account, locked ? Life.DATA_LOCKED : UserWrites.NO_MAPPING);
        }
        return account;
    }

    /**
     * What today's mappings give the account: the one that takes it, or where its own mapping's assignment had been
     * suggested, that mapping.
     */
    Optional<Assignment> wanted(WriteContext context, Account account, Suggestion suggestion) {
        MappingOrder order = mappings.current(context.tenant());
        Optional<MappingId> own = account.assignment().mapping();
        if (own.isPresent() && own.equals(suggestion.to().mapping())) {
            return order.mappings().stream()
                    .filter(mapping -> own.get().equals(mapping.id()))
                    .findFirst()
                    .map(mapping -> mapping.assignment(order.version()));
        }
        return Classifier.classify(order, account.resource()).map(Classification::assignment);
    }

    /** Gives the other assignment; the data lock is asked once more below. */
    Account moved(WriteContext context, Account account, Assignment to) {
        var id = account.row().id();
        assignments.move(context.caller(), id, to);
        suggestions.delete(context.tenant(), id);
        var after = new Account(account.row(), account.document(), to);
        EventDetail detail = EventDetail.of(context.caller())
                .about(account.document())
                .move(acts.move(context, account.assignment(), to));
        chronicle.record(context.caller(), Kind.USER_MOVED, id, Outcome.ACCEPTED, detail);
        chronicle.tell(context.caller(), Topic.USER_MOVED, after);
        return after;
    }

    private void suggest(WriteContext context, Account account, Proposal proposal) {
        var id = account.row().id();
        Assignment to = proposal.to().orElseThrow();
        Optional<Suggestion> known = suggestions.find(context.tenant(), id);
        if (known.filter(each -> Proposal.same(each.to(), to)).isPresent()) {
            return; // it waits already, or an administrator dismissed exactly this
        }
        suggestions.put(
                context.tenant(), new Suggestion(new UserId(id), to, proposal.reason(), false, clock.instant()));
        EventDetail detail = EventDetail.of(context.caller())
                .about(account.document())
                .code(proposal.reason())
                .move(acts.move(context, account.assignment(), to));
        chronicle.record(context.caller(), Kind.MOVE_SUGGESTED, id, Outcome.ACCEPTED, detail);
    }

    private void conflict(WriteContext context, Account account, String code) {
        EventDetail detail =
                EventDetail.of(context.caller()).about(account.document()).code(code);
        chronicle.record(context.caller(), Kind.USER_MOVED, account.row().id(), Outcome.CONFLICT, detail);
    }

    private static Optional<MappingId> mapping(Optional<Classification> classification) {
        return classification.map(each -> each.mapping().id());
    }
}
