package dev.usher.people;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkOperation;
import dev.usher.scim.message.BulkRequest;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One operation of a bulk request on its way from sent to done. Belongs to one thread. */
final class BulkTask {
    private final BulkRequest.Entry entry;
    private final Iterator<String> references;
    private final List<BulkTask> circle = new ArrayList<>();
    private State state = State.NEW;
    private JsonObject made = JsonValue.EMPTY_JSON_OBJECT;
    private BulkRun.Written written = new BulkRun.Written("", OptionalLong.empty(), 0);
    private Optional<ScimException> error = Optional.empty();

    /** HALF: the resource is there without what it refers to. */
    enum State {
        NEW,
        OPEN,
        HALF,
        DONE
    }

    BulkTask(BulkRequest.Entry entry) {
        this.entry = entry;
        this.references = entry instanceof BulkRequest.Entry.Ready ready
                ? ready.operation().references().iterator()
                : Collections.emptyIterator();
    }

    State state() {
        return state;
    }

    BulkTask opened() {
        state = State.OPEN;
        return this;
    }

    /** The references that have not been looked at yet. */
    Iterator<String> references() {
        return references;
    }

    String bulkId() {
        return entry instanceof BulkRequest.Entry.Broken broken
                ? broken.bulkId()
                : operation().bulkId();
    }

    /** Why it is no operation. */
    Optional<ScimException> refusal() {
        return entry instanceof BulkRequest.Entry.Broken broken ? Optional.of(broken.refusal()) : Optional.empty();
    }

    BulkOperation operation() {
        if (entry instanceof BulkRequest.Entry.Ready ready) {
            return ready.operation();
        }
        throw new IllegalStateException("a broken entry is no operation");
    }

    boolean creates() {
        return entry instanceof BulkRequest.Entry.Ready ready
                && ready.operation().method() == BulkOperation.Method.POST;
    }

    void neededBy(BulkTask other) {
        if (other != this && !circle.contains(other)) {
            circle.add(other);
        }
    }

    void half(JsonObject data, BulkRun.Written first) {
        state = State.HALF;
        made = data;
        written = first;
    }

    String id() {
        return written.id();
    }

    /** What the first half left out; attributes that it had in part come whole, since adding a present value adds nothing. */
    JsonObject missing(JsonObject whole) {
        JsonObjectBuilder missing = JsonParts.object();
        whole.forEach((name, value) -> {
            if (!value.equals(made.get(name))) {
                missing.add(name, value);
            }
        });
        return missing.build();
    }

    void done(BulkRun.Written result) {
        // A second half is a change, but what was asked for was to make it.
        int status = state == State.HALF ? written.status() : result.status();
        written = new BulkRun.Written(result.id(), result.version(), status);
        state = State.DONE;
    }

    boolean succeeded() {
        return state == State.DONE && error.isEmpty();
    }

    /** Those to whom the failure matters as well: empty unless a first half had worked. */
    List<BulkTask> failed(ScimException reason) {
        List<BulkTask> others = state == State.HALF ? List.copyOf(circle) : List.of();
        state = State.DONE;
        error = Optional.of(reason);
        return others;
    }

    /** Empty while nothing came of it. */
    Optional<BulkOutcome> outcome() {
        if (state != State.DONE) {
            return Optional.empty();
        }
        int status = error.map(ScimException::status).orElse(written.status());
        OptionalLong version = error.isEmpty() ? written.version() : OptionalLong.empty();
        return Optional.of(new BulkOutcome(entry, shownId(), version, status, error));
    }

    /** A POST has none before it is done, and neither has what stands for a resource that was never made. */
    private String shownId() {
        if (!written.id().isEmpty() || entry instanceof BulkRequest.Entry.Broken) {
            return written.id();
        }
        return operation().id().startsWith("bulkId:") ? "" : operation().id();
    }
}
