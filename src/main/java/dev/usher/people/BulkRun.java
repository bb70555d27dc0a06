package dev.usher.people;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkOperation;
import dev.usher.scim.message.BulkRequest;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The order of a bulk request's operations. One that names a {@code bulkId} waits for the operation that makes it; where
 * that one waits in turn, directly or around several corners, it is made at once without what it still lacks, and gets the
 * rest when its turn comes (RFC 7644 §3.7.1). Waiting is kept on a list of its own, so that a chain of any length is no
 * depth. Belongs to one thread.
 */
final class BulkRun {
    private static final int CONFLICT = 409;

    private final int failOnErrors;
    private final Writes writes;
    private final List<BulkTask> tasks;
    private final Map<String, BulkTask> named = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private int errors;

    /** What a run asks for; each call is one transaction. Errors: {@code ScimException} only. */
    interface Writes {
        Written write(BulkOperation operation);

        /** Adds these attributes to a resource that was made without them. */
        Written supply(ResourceType type, String id, JsonObject missing);

        /** An operation that never became a write. */
        void refused(ScimException refusal);
    }

    /** A write that worked. */
    record Written(String id, OptionalLong version, int status) {}

    BulkRun(BulkRequest request, Writes writes) {
        this.failOnErrors = request.failOnErrors();
        this.writes = writes;
        this.tasks = request.entries().stream().map(BulkTask::new).toList();
        for (BulkTask task : tasks) {
            if (!task.bulkId().isEmpty()) {
                named.putIfAbsent(task.bulkId(), task);
            }
        }
    }

    /** Runs it; once. */
    List<BulkOutcome> outcomes() {
        for (BulkTask task : tasks) {
            if (!stopped() && task.state() == BulkTask.State.NEW) {
                settle(task);
            }
        }
        List<BulkOutcome> outcomes = new ArrayList<>(tasks.size());
        for (BulkTask task : tasks) {
            if (task.state() == BulkTask.State.HALF) {
                task.failed(ScimException.plain(
                        CONFLICT, "it was made without its references, since 'failOnErrors' ended the request"));
            }
            task.outcome().ifPresent(outcomes::add);
        }
        return outcomes;
    }

    private void settle(BulkTask first) {
        Deque<BulkTask> waiting = new ArrayDeque<>();
        waiting.push(first.opened());
        while (!waiting.isEmpty() && !stopped()) {
            BulkTask task = waiting.peek();
            Optional<BulkTask> needed = needed(task);
            if (needed.isPresent()) {
                waiting.push(needed.get().opened());
            } else {
                waiting.pop();
                finish(task);
            }
        }
    }

    /** The next operation that must come before this one. */
    private Optional<BulkTask> needed(BulkTask task) {
        while (task.references().hasNext() && !stopped()) {
            BulkTask target = named.get(task.references().next());
            if (target == null) {
                continue;
            }
            if (target.state() == BulkTask.State.NEW) {
                return Optional.of(target);
            }
            if (target.state() == BulkTask.State.OPEN && target.creates()) {
                begin(target);
            }
            if (target.state() == BulkTask.State.HALF) {
                target.neededBy(task);
            }
        }
        return Optional.empty();
    }

    /** The first half of an operation that others in its circle need. */
    private void begin(BulkTask task) {
        BulkOperation half = task.operation().resolved(ids).withoutReferences();
        try {
            Written written = writes.write(half);
            task.half(half.data(), written);
            ids.put(task.bulkId(), written.id());
        } catch (ScimException e) {
            fail(task, e);
        }
    }

    private void finish(BulkTask task) {
        if (task.state() == BulkTask.State.DONE) {
            return;
        }
        Optional<ScimException> refusal = task.refusal().or(() -> unresolved(task));
        if (refusal.isPresent()) {
            record(refusal.get());
            fail(task, refusal.get());
            return;
        }
        BulkOperation whole = task.operation().resolved(ids);
        try {
            if (task.state() == BulkTask.State.HALF) {
                task.done(writes.supply(whole.type(), task.id(), task.missing(whole.data())));
            } else {
                Written written = writes.write(whole);
                task.done(written);
                if (!task.bulkId().isEmpty() && whole.method() != BulkOperation.Method.DELETE) {
                    ids.put(task.bulkId(), written.id());
                }
            }
        } catch (ScimException e) {
            fail(task, e);
        }
    }

    private Optional<ScimException> unresolved(BulkTask task) {
        for (String reference : task.operation().references()) {
            if (!ids.containsKey(reference)) {
                String quoted = "bulkId '" + ScimException.shorten(reference) + "'";
                return Optional.of(
                        named.containsKey(reference)
                                ? ScimException.plain(
                                        CONFLICT, "the operation of " + quoted + " made nothing to refer to")
                                : ScimException.invalidValue(quoted + " is nowhere in the request"));
            }
        }
        return Optional.empty();
    }

    private void record(ScimException refusal) {
        try {
            writes.refused(refusal);
        } catch (ScimException e) {
            // The refusal itself is what the client must learn, whether or not it could be recorded.
            refusal.addSuppressed(e);
        }
    }

    /** Where the second half fails, those who needed the first half say so too: they refer to less than was asked for. */
    private void fail(BulkTask task, ScimException error) {
        errors++;
        List<BulkTask> circle = task.failed(error);
        for (BulkTask each : circle) {
            if (each.succeeded()) {
                errors++;
                each.failed(ScimException.plain(
                        error.status(),
                        "done, but bulkId '" + ScimException.shorten(task.bulkId())
                                + "', which it refers to in a circle, could not get its own references: "
                                + error.detail()));
            }
        }
    }

    private boolean stopped() {
        return failOnErrors > 0 && errors >= failOnErrors;
    }
}
