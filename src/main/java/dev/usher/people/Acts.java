package dev.usher.people;

import dev.usher.assignment.Assignment;
import dev.usher.audit.AuditTrail;
import dev.usher.people.store.Account;
import dev.usher.people.store.AssignedNames;
import dev.usher.scim.JsonParts;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** Audits what was done to people. */
@Dependent
class Acts {
    @Inject
    private AssignedNames names;

    @Inject
    private AuditTrail audit;

    /** Locks the chain: the last statement of the transaction. */
    void record(WriteContext context, String action, Account account, JsonObject before, JsonObject after) {
        var id = account.row().id();
        audit.record(context.tenant(), context.caller().name(), action, Optional.of(id), before, after);
    }

    /** What an audit event keeps. The name is masked: the chain outlives a purge. */
    JsonObject summary(WriteContext context, Account account) {
        Life life = account.row().life();
        Assignment assignment = account.assignment();
        JsonObjectBuilder json = JsonParts.object()
                .add(
                        "userName",
                        EventDetail.masked(account.document().text("userName").orElse("")))
                .add("state", life.state().name())
                .add("seatHeld", life.seatHeld())
                .add("visible", life.visible())
                .add("profile", names(context, assignment).profile(assignment));
        return withQuota(json, assignment);
    }

    /** An assignment in words. */
    JsonObject told(WriteContext context, Assignment assignment) {
        var known = names(context, assignment);
        JsonObjectBuilder json = JsonParts.object()
                .add("profile", known.profile(assignment))
                .add("storageRegion", known.region(assignment))
                .add("mapping", known.mapping(assignment));
        return withQuota(json, assignment);
    }

    /** Null for the profile's own quota, as the admin API tells it. */
    private static JsonObject withQuota(JsonObjectBuilder json, Assignment assignment) {
        assignment
                .quotaBytes()
                .ifPresentOrElse(bytes -> json.add("quotaBytes", bytes), () -> json.addNull("quotaBytes"));
        return json.build();
    }

    /** A move in words. */
    JsonObject move(WriteContext context, Assignment from, Assignment to) {
        return JsonParts.object()
                .add("from", told(context, from))
                .add("to", told(context, to))
                .build();
    }

    private AssignedNames.Names names(WriteContext context, Assignment assignment) {
        return names.of(context.caller(), List.of(assignment));
    }
}
