package dev.usher.people;

import dev.usher.assignment.DataLock;
import dev.usher.catalog.Licences;
import dev.usher.job.JobItem;
import dev.usher.job.Jobs;
import dev.usher.job.Run;
import dev.usher.notification.Topic;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRow;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.BatchRows;
import dev.usher.people.store.PurgeRows;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What jobs do to people, one user a transaction, with the job's checkpoint in it: whatever happens to the node, each user
 * is met once. Everything is judged again under the lock of the user's row, since it may have changed since it was listed.
 */
@Stateless
public class JobWrites {
    private static final String SKIPPED = "SKIPPED";

    @Inject
    private AccountRows accounts;

    @Inject
    private AccountBook book;

    @Inject
    private BatchRows batches;

    @Inject
    private PurgeRows purges;

    @Inject
    private Moves moves;

    @Inject
    private Licences licences;

    @Inject
    private DataLock dataLock;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Acts acts;

    @Inject
    private Tenants tenants;

    @Inject
    private Jobs jobs;

    static JobItem item(UUID id, String outcome) {
        return new JobItem(id, outcome, JsonValue.EMPTY_JSON_OBJECT);
    }

    /** Purges somebody whose time has come. */
    public Run purgeOne(WriteContext context, Run run, Tally tally, UUID id, Instant now) {
        Optional<Account> gone = accounts.lock(context.tenant(), id);
        if (gone.isEmpty() || !purges.due(context.tenant(), id, now)) {
            return skip(run, tally, id);
        }
        Account account = gone.get();
        JsonObject before = acts.summary(context, account);
        book.close(context, account);
        chronicle.tell(context.caller(), Topic.USER_PURGED, account);
        Run next = jobs.checkpoint(run, tally.past(id, "PURGED").json(), List.of(item(id, "PURGED")));
        book.settleGone(context.tenant(), account.row().life());
        acts.record(context, "user.purged", account, before, JsonValue.EMPTY_JSON_OBJECT);
        return next;
    }

    /** Re-classifies somebody: {@code judge} says what is to be done with the account as it is now. */
    public Run reclassify(WriteContext context, Run run, Tally tally, UUID id, Function<Account, Proposal> judge) {
        Optional<Account> found = accounts.lock(context.tenant(), id)
                .filter(account -> account.row().life().visible())
                .filter(account -> ReclassifyWork.concerns(run.job(), account.assignment()));
        if (found.isEmpty()) {
            return skip(run, tally, id);
        }
        if (tenants.read(context.tenant()).versions().order() != ReclassifyWork.orderVersion(run.job())) {
            throw ReclassifyWork.orderChanged();
        }
        Account before = found.get();
        Proposal proposal = judge.apply(before);
        if (proposal.kind() == Proposal.Kind.STAYS) {
            moves.apply(context, before, proposal);
            return jobs.checkpoint(run, tally.past(id).json());
        }
        boolean moves = proposal.kind() == Proposal.Kind.MOVED;
        Account now = moves
                ? book.write(context, before, before.document(), before.row().life())
                : before;
        Account after = this.moves.apply(context, now, proposal);
        String outcome = proposal.kind().name();
        Run next = jobs.checkpoint(run, tally.past(id, outcome).json(), List.of(plan(context, before, proposal)));
        if (moves) {
            JsonObject was = acts.told(context, before.assignment());
            acts.record(context, "user.moved", after, was, acts.told(context, after.assignment()));
        }
        return next;
    }

    /** What a proposal says of somebody, as a dry run lists it. */
    public JobItem plan(WriteContext context, Account account, Proposal proposal) {
        JsonObject detail = proposal.to()
                .map(to -> acts.move(context, account.assignment(), to))
                .orElseGet(() -> JsonParts.object()
                        .add("from", acts.told(context, account.assignment()))
                        .build());
        return new JobItem(account.row().id(), proposal.kind().name(), detail);
    }

    /**
     * Confirms somebody's deactivation: the seat is released, unless the profile is data-locked, and the purge clock of
     * everybody begins at the decision.
     */
    public Run confirm(WriteContext context, Run run, Tally tally, DeactivationBatch batch, UUID id) {
        Optional<Account> found = waiting(context, batch, id);
        if (found.isEmpty()) {
            return skip(run, tally, id);
        }
        boolean held = found.get().row().life().seatHeld();
        boolean locked = held && dataLock.holds(context.tenant(), id);
        String outcome = locked ? Life.DATA_LOCKED : held ? "SEAT_RELEASED" : "CONFIRMED";
        return ended(context, run, tally, id, outcome, held && !locked);
    }

    /**
     * Leaves somebody preserved whom the batch's restore could not bring back, as if the deactivation had been confirmed: the
     * seat is released, unless the profile is data-locked, and the purge clock begins at the decision.
     */
    public Run leave(WriteContext context, Run run, Tally tally, DeactivationBatch batch, UUID id, String outcome) {
        Optional<Account> found = waiting(context, batch, id);
        if (found.isEmpty()) {
            return skip(run, tally, id);
        }
        boolean held = found.get().row().life().seatHeld();
        return ended(context, run, tally, id, outcome, held && !dataLock.holds(context.tenant(), id));
    }

    private Run ended(WriteContext context, Run run, Tally tally, UUID id, String outcome, boolean releases) {
        batches.beginClock(context.tenant(), id, run.job().createdAt());
        if (releases) {
            batches.release(context.tenant(), id);
        }
        Run next = jobs.checkpoint(run, tally.past(id, outcome).json(), List.of(item(id, outcome)));
        if (releases) {
            licences.change(context.tenant(), -1, 0, 0);
        }
        return next;
    }

    /** Restores somebody whose deactivation was a mistake. */
    public Run undo(WriteContext context, Run run, Tally tally, DeactivationBatch batch, UUID id) {
        Optional<Account> found = waiting(context, batch, id);
        if (found.isEmpty()) {
            return skip(run, tally, id);
        }
        Account before = found.get();
        AccountRow row = before.row();
        Life life = row.life().restored().life();
        Account after = book.write(context, before, before.document(), life);
        chronicle.tell(context.caller(), Topic.USER_RESTORED, after);
        Run next = jobs.checkpoint(run, tally.past(id, "RESTORED").json(), List.of(item(id, "RESTORED")));
        book.settleUndone(context.tenant(), row.life(), life);
        acts.record(context, "user.restored", after, acts.summary(context, before), acts.summary(context, after));
        return next;
    }

    private Optional<Account> waiting(WriteContext context, DeactivationBatch batch, UUID id) {
        return accounts.lock(context.tenant(), id).filter(account -> {
            Optional<UUID> of = account.row().deactivation().batch();
            // An older node, which knows of no batch, may have given access back and left the batch standing.
            return !account.row().life().state().active()
                    && of.filter(batch.id()::equals).isPresent();
        });
    }

    private Run skip(Run run, Tally tally, UUID id) {
        return jobs.checkpoint(run, tally.past(id, SKIPPED).json(), List.of(item(id, SKIPPED)));
    }
}
