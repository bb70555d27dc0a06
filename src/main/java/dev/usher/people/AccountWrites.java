package dev.usher.people;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.Assignments;
import dev.usher.assignment.DataLock;
import dev.usher.assignment.LockedAct;
import dev.usher.catalog.Profile;
import dev.usher.catalog.ProfileId;
import dev.usher.catalog.Profiles;
import dev.usher.mapping.Classification;
import dev.usher.mapping.Mappings;
import dev.usher.notification.Topic;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.SuggestionRows;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.ScimResource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;

/**
 * What administrators do to people, one transaction each; call it by {@link Accounts}. Every act is audited with before
 * and after; licence and audit chain are locked last.
 */
@Stateless
public class AccountWrites {
    @Inject
    private AccountRows accounts;

    @Inject
    private AccountBook book;

    @Inject
    private Mappings mappings;

    @Inject
    private Assignments assignments;

    @Inject
    private SuggestionRows suggestions;

    @Inject
    private Profiles profiles;

    @Inject
    private DataLock dataLock;

    @Inject
    private LegalHolds holds;

    @Inject
    private Acts acts;

    @Inject
    private Chronicle chronicle;

    /** A manual user, classified by the same mappings as the identity provider's. */
    public UserId create(WriteContext context, Incoming incoming) {
        ScimResource wanted = incoming.resource();
        Classification chosen = UserWrites.classified(mappings.order(context.caller()), wanted);
        Life life = Life.born(wanted.bool("active").orElse(true));
        Account account = book.open(context, wanted, life, chosen.assignment());
        chronicle.tell(context.caller(), Topic.USER_CREATED, account);
        book.settleNew(context.tenant(), life);
        acts.record(context, "user.created", account, JsonValue.EMPTY_JSON_OBJECT, acts.summary(context, account));
        return new UserId(account.row().id());
    }

    /** Ends the person's access; the identity provider cannot give it back. Already so: nothing changes. */
    public void preserve(WriteContext context, UserId id, LongPredicate admits) {
        Account before = locked(context, id, admits);
        Life.Step step =
                before.row().life().preservedByAdministrator(() -> dataLock.holds(context.tenant(), id.value()));
        if (!step.life().equals(before.row().life())) {
            live(context, before, before.document(), step.life(), "user.preserved", Topic.USER_PRESERVED);
        }
    }

    /**
     * Gives access back, and shows a deleted user to SCIM again; under another {@code userName} where one is given.
     * Already active: nothing changes.
     */
    public void restore(WriteContext context, UserId id, Optional<String> userName, LongPredicate admits) {
        Account before = locked(context, id, admits);
        Life life = before.row().life().restored().life();
        if (!life.equals(before.row().life())) {
            ScimResource document = userName.map(name -> before.document().with("userName", JsonParts.text(name)))
                    .orElse(before.document());
            live(context, before, document, life, "user.restored", Topic.USER_RESTORED);
        }
    }

    /** Gives another profile, in the same storage region; it no longer comes from a mapping. */
    public void assign(
            WriteContext context, UserId id, ProfileId wanted, OptionalLong quotaBytes, LongPredicate admits) {
        Account before = locked(context, id, admits);
        Profile profile = profiles.find(context.tenant(), wanted)
                .orElseThrow(() -> Problem.field("profileId", "There is no such profile."));
        var next = new Assignment(
                profile.id(),
                before.assignment().region(),
                quotaBytes,
                Optional.empty(),
                before.assignment().orderVersion());
        boolean same = next.profile().equals(before.assignment().profile())
                && next.quotaBytes().equals(before.assignment().quotaBytes());
        if (same) {
            return;
        }
        Account written =
                book.write(context, before, before.document(), before.row().life());
        assignments.move(context.caller(), id.value(), next);
        suggestions.deleteOpen(context.tenant(), id.value());
        var after = new Account(written.row(), written.document(), next);
        chronicle.tell(context.caller(), Topic.USER_MOVED, after);
        acts.record(
                context, "user.profile-changed", after, acts.summary(context, before), acts.summary(context, after));
    }

    /** Forgets the person for ever. A data-locked one is 409. */
    public void purge(WriteContext context, UserId id, LongPredicate admits) {
        Account gone = locked(context, id, admits);
        dataLock.permit(context.tenant(), id.value(), LockedAct.DELETE_USER);
        holds.permitPurge(context.tenant(), id);
        JsonObject before = acts.summary(context, gone);
        book.close(context, gone);
        chronicle.tell(context.caller(), Topic.USER_PURGED, gone);
        book.settleGone(context.tenant(), gone.row().life());
        acts.record(context, "user.purged", gone, before, JsonValue.EMPTY_JSON_OBJECT);
    }

    private void live(
            WriteContext context, Account before, ScimResource document, Life life, String action, Topic topic) {
        Account after = book.write(context, before, document, life);
        chronicle.tell(context.caller(), topic, after);
        book.welcome(context, before, after);
        book.settle(context.tenant(), before.row().life(), life);
        acts.record(context, action, after, acts.summary(context, before), acts.summary(context, after));
    }

    private Account locked(WriteContext context, UserId id, LongPredicate admits) {
        Account account = accounts.lock(context.tenant(), id.value()).orElseThrow(() -> Problem.notFound("This user"));
        if (!admits.test(account.row().version())) {
            throw Problem.changed("The user was changed meanwhile; read it again.");
        }
        return account;
    }
}
