package dev.usher.people;

import dev.usher.catalog.SeatsExhausted;
import dev.usher.catalog.TooManyPreserved;
import dev.usher.extension.Extensions;
import dev.usher.journal.Kind;
import dev.usher.people.store.AttributeNumbers;
import dev.usher.platform.Contention;
import dev.usher.platform.DuplicateRow;
import dev.usher.platform.Settings;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What endpoints call to write users and groups. <b>Transaction:</b> none of its own; each call runs one, and repeats it
 * up to three times when another was in the way. A refusal is recorded on the provisioning log after its rollback.
 * <b>Errors:</b> {@code ScimException}: 404 for what SCIM does not see, 409 {@code uniqueness}, 412, 400 with code
 * {@code no-mapping} or {@code no-seat} and what the kernel refuses.
 */
@ApplicationScoped
public class Provisioning {
    /** The refusal of a user for whom the licence has no seat. */
    public static final String NO_SEAT = "no-seat";
    /** The refusal to restore a user while the licence's limit of preserved ones is exceeded. */
    public static final String PRESERVED_LIMIT = "preserved-limit";

    @Inject
    private UserWrites users;

    @Inject
    private GroupWrites groups;

    @Inject
    private Extensions extensions;

    @Inject
    private AttributeNumbers numbers;

    @Inject
    private Chronicle chronicle;

    @Inject
    private Settings settings;

    /** What a refusal is recorded with. */
    private record Asked(Caller caller, Kind kind, Optional<UUID> subject, EventDetail detail) {}

    /**
     * Creates a user, or brings one back by its {@code externalId} (result RESTORED, same id). Where it leaves one whom SCIM
     * sees without access, it replaces it (REPLACED or UNCHANGED).
     */
    public Change createUser(Caller caller, Incoming incoming, Parts parts) {
        WriteContext context = context(caller, parts);
        Asked asked = asked(caller, Kind.USER_CREATED, incoming.resource());
        return run(asked, () -> users.create(context, incoming));
    }

    /** PUT: what is absent goes, except {@code active}, {@code externalId} and {@code password}. */
    public Change replaceUser(Caller caller, UserId id, Incoming incoming, Precondition precondition, Parts parts) {
        WriteContext context = context(caller, parts);
        Asked asked = asked(caller, Kind.USER_REPLACED, id.value());
        return run(asked, () -> users.replace(context, id, incoming, precondition));
    }

    /** PATCH, all or nothing. */
    public Change patchUser(Caller caller, UserId id, PatchRequest request, Precondition precondition, Parts parts) {
        WriteContext context = context(caller, parts);
        Asked asked = asked(caller, Kind.USER_PATCHED, id.value());
        return run(asked, () -> users.patch(context, id, request, precondition));
    }

    /** DELETE: SCIM sees the user no more; Usher keeps the account, preserved. */
    public void deleteUser(Caller caller, UserId id, Precondition precondition) {
        WriteContext context = context(caller, Parts.NONE);
        run(asked(caller, Kind.USER_DELETED, id.value()), () -> {
            users.delete(context, id, precondition);
            return id;
        });
    }

    /** Creates a group with its members. */
    public Change createGroup(Caller caller, Incoming incoming, Parts parts) {
        WriteContext context = context(caller, parts);
        Asked asked = asked(caller, Kind.GROUP_CREATED, incoming.resource());
        return run(asked, () -> groups.create(context, incoming));
    }

    /** PUT: without {@code members} the group is emptied. */
    public Change replaceGroup(Caller caller, GroupId id, Incoming incoming, Precondition precondition, Parts parts) {
        WriteContext context = context(caller, parts);
        Asked asked = asked(caller, Kind.GROUP_REPLACED, id.value());
        return run(asked, () -> groups.replace(context, id, incoming, precondition));
    }

    /** PATCH, all or nothing; touches only the members that change. */
    public Change patchGroup(Caller caller, GroupId id, PatchRequest request, Precondition precondition, Parts parts) {
        WriteContext context = context(caller, parts);
        Asked asked = asked(caller, Kind.GROUP_PATCHED, id.value());
        return run(asked, () -> groups.patch(context, id, request, precondition));
    }

    /** DELETE: the group and its memberships go, its members stay. */
    public void deleteGroup(Caller caller, GroupId id, Precondition precondition) {
        WriteContext context = context(caller, Parts.NONE);
        run(asked(caller, Kind.GROUP_DELETED, id.value()), () -> {
            groups.delete(context, id, precondition);
            return id;
        });
    }

    /** New attribute paths get their numbers here, before the transaction, so that none is rolled back. */
    private WriteContext context(Caller caller, Parts parts) {
        SchemaRegistry registry = extensions.registry(caller);
        return new WriteContext(caller, registry, numbers.prepared(caller, registry), parts, Queries.limits(settings));
    }

    private <T> T run(Asked asked, Supplier<T> call) {
        try {
            return Contention.retried(call);
        } catch (ScimException e) {
            throw recorded(asked, e);
        } catch (DuplicateRow e) {
            throw recorded(asked, Taken.by(e));
        } catch (TooManyPreserved e) {
            throw recorded(
                    asked,
                    ScimException.invalidValue(
                                    "More users are preserved than the licence allows, so nobody is restored."
                                            + " An administrator can raise the limit or purge preserved users.",
                                    e)
                            .withCode(PRESERVED_LIMIT));
        } catch (SeatsExhausted e) {
            throw recorded(
                    asked,
                    ScimException.invalidValue(
                                    "Every seat of the licence is used, so the user gets none."
                                            + " An administrator can add seats or preserve other users.",
                                    e)
                            .withCode(NO_SEAT));
        }
    }

    private ScimException recorded(Asked asked, ScimException refusal) {
        chronicle.refused(asked.caller(), asked.kind(), asked.subject(), asked.detail(), refusal);
        return refusal;
    }

    private static Asked asked(Caller caller, Kind kind, ScimResource resource) {
        return new Asked(caller, kind, Optional.empty(), EventDetail.of(caller).about(resource));
    }

    private static Asked asked(Caller caller, Kind kind, UUID subject) {
        return new Asked(caller, kind, Optional.of(subject), EventDetail.of(caller));
    }
}
