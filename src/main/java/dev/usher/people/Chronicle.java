package dev.usher.people;

import dev.usher.journal.Journal;
import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.journal.ProvisioningEvent;
import dev.usher.notification.Outbox;
import dev.usher.notification.Topic;
import dev.usher.people.store.Account;
import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.UUID;

/** Writes down what happened to people, for administrators (provisioning log) and for the product (outbox). */
@Dependent
class Chronicle {
    @Inject
    private Journal journal;

    @Inject
    private Outbox outbox;

    /** What commits with the caller's transaction. */
    void record(Caller caller, Kind kind, UUID subject, Outcome outcome, EventDetail detail) {
        journal.record(event(caller, kind, Optional.of(subject), outcome, detail));
    }

    /** A write that changed nothing. */
    void unchanged(Caller caller, Kind kind, UUID subject, EventDetail detail) {
        journal.noChange(event(caller, kind, Optional.of(subject), Outcome.NO_CHANGE, detail));
    }

    /** A refusal, after its rollback. */
    void refused(Caller caller, Kind kind, Optional<UUID> subject, EventDetail detail, ScimException refusal) {
        journal.recordAfterRollback(event(caller, kind, subject, Outcome.REFUSED, detail.refusal(refusal)));
    }

    /** Tells the product of a user: ids and states only, since it asks for the rest. */
    void tell(Caller caller, Topic topic, Account account) {
        Life life = account.row().life();
        JsonObject body = JsonParts.object()
                .add("id", account.row().id().toString())
                .add("version", account.row().version())
                .add("state", life.state().name())
                .add("profileId", account.assignment().profile().value().toString())
                .add("storageRegionId", account.assignment().region().value().toString())
                .build();
        outbox.add(caller.tenant(), topic, account.row().id(), body);
    }

    /** Tells the product of a group. */
    void tellGroup(Caller caller, Topic topic, UUID group, int added, int removed) {
        JsonObject body = JsonParts.object()
                .add("id", group.toString())
                .add("membersAdded", added)
                .add("membersRemoved", removed)
                .build();
        outbox.add(caller.tenant(), topic, group, body);
    }

    private static ProvisioningEvent event(
            Caller caller, Kind kind, Optional<UUID> subject, Outcome outcome, EventDetail detail) {
        return new ProvisioningEvent(caller.tenant(), subject, kind, outcome, detail.build());
    }
}
