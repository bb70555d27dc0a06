package dev.usher.people;

import dev.usher.journal.Kind;
import dev.usher.platform.DatabaseFault;
import dev.usher.platform.DatabaseUnavailable;
import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.BulkOperation;
import dev.usher.scim.patch.PatchBudget;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.Leniency;
import dev.usher.scim.resource.Note;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The operations of one bulk request as calls of {@link Provisioning}. */
final class BulkWrites implements BulkRun.Writes {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Provisioning provisioning;
    private final Chronicle chronicle;
    private final Supplier<Caller> callers;
    private final Function<Caller, SchemaRegistry> registries;
    private final Function<RuntimeException, ScimException> translation;
    private final PatchBudget budget = PatchBudget.ofBulk();

    /** What an operation was answered that found no database: each further one would wait for it as long. */
    private @Nullable ScimException away;

    BulkWrites(
            Provisioning provisioning,
            Chronicle chronicle,
            Supplier<Caller> callers,
            Function<Caller, SchemaRegistry> registries,
            Function<RuntimeException, ScimException> translation) {
        this.provisioning = provisioning;
        this.chronicle = chronicle;
        this.callers = callers;
        this.registries = registries;
        this.translation = translation;
    }

    @Override
    public BulkRun.Written write(BulkOperation operation) {
        return translated(() -> operation.type() == ResourceType.USER
                ? user(callers.get(), operation)
                : group(callers.get(), operation));
    }

    @Override
    public BulkRun.Written supply(ResourceType type, String id, JsonObject missing) {
        JsonObject message = JsonParts.object()
                .add("schemas", JsonParts.texts(List.of(PatchRequest.SCHEMA)))
                .add(
                        "Operations",
                        JsonParts.array()
                                .add(JsonParts.object().add("op", "add").add("value", missing)))
                .build();
        var patch = new BulkOperation(BulkOperation.Method.PATCH, type, id, "", "", "", message);
        return write(patch);
    }

    @Override
    public void refused(ScimException refusal) {
        translated(() -> {
            Caller caller = callers.get();
            chronicle.refused(caller, Kind.BULK, Optional.empty(), EventDetail.of(caller), refusal);
            return refusal;
        });
    }

    private BulkRun.Written user(Caller caller, BulkOperation operation) {
        Precondition precondition = precondition(operation);
        return switch (operation.method()) {
            case POST -> written(CREATED, provisioning.createUser(caller, incoming(caller, operation), Parts.NONE));
            case PUT ->
                written(
                        OK,
                        provisioning.replaceUser(
                                caller,
                                UserId.parse(operation.id()),
                                incoming(caller, operation),
                                precondition,
                                Parts.NONE));
            case PATCH ->
                written(
                        OK,
                        provisioning.patchUser(
                                caller, UserId.parse(operation.id()), patch(operation), precondition, Parts.NONE));
            case DELETE -> {
                provisioning.deleteUser(caller, UserId.parse(operation.id()), precondition);
                yield deleted(operation);
            }
        };
    }

    private BulkRun.Written group(Caller caller, BulkOperation operation) {
        Precondition precondition = precondition(operation);
        return switch (operation.method()) {
            case POST -> written(CREATED, provisioning.createGroup(caller, incoming(caller, operation), Parts.NONE));
            case PUT ->
                written(
                        OK,
                        provisioning.replaceGroup(
                                caller,
                                GroupId.parse(operation.id()),
                                incoming(caller, operation),
                                precondition,
                                Parts.NONE));
            case PATCH ->
                written(
                        OK,
                        provisioning.patchGroup(
                                caller, GroupId.parse(operation.id()), patch(operation), precondition, Parts.NONE));
            case DELETE -> {
                provisioning.deleteGroup(caller, GroupId.parse(operation.id()), precondition);
                yield deleted(operation);
            }
        };
    }

    private Incoming incoming(Caller caller, BulkOperation operation) {
        Incoming read = new ResourceReader(registries.apply(caller)).read(operation.type(), operation.data());
        if (read.sentId().isEmpty() || read.sentId().equalsIgnoreCase(operation.id())) {
            return read;
        }
        var notes = new ArrayList<>(read.notes());
        notes.add(new Note(Leniency.READ_ONLY_IGNORED, "id"));
        return new Incoming(read.resource(), read.sentId(), notes);
    }

    private PatchRequest patch(BulkOperation operation) {
        return PatchRequest.read(operation.data(), budget);
    }

    private static Precondition precondition(BulkOperation operation) {
        return operation.version().isBlank()
                ? Precondition.none()
                : Precondition.ifMatch(Optional.of(operation.version()));
    }

    private static BulkRun.Written written(int status, Change change) {
        StoredResource resource = change.resource();
        return new BulkRun.Written(resource.id().toString(), OptionalLong.of(resource.version()), status);
    }

    private static BulkRun.Written deleted(BulkOperation operation) {
        return new BulkRun.Written(operation.id(), OptionalLong.empty(), NO_CONTENT);
    }

    private <T> T translated(Supplier<T> call) {
        ScimException known = away;
        if (known != null) {
            throw known;
        }
        try {
            return call.get();
        } catch (ScimException e) {
            throw e;
        } catch (RuntimeException e) {
            ScimException answer = translation.apply(e);
            if (DatabaseFault.within(e)
                    .filter(DatabaseUnavailable.class::isInstance)
                    .isPresent()) {
                away = answer;
            }
            throw answer;
        }
    }
}
