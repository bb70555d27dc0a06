package dev.usher.people;

import dev.usher.assignment.DataLock;
import dev.usher.assignment.LockedAct;
import dev.usher.catalog.Profiles;
import dev.usher.catalog.StorageRegions;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRows;
import dev.usher.people.store.SuggestionRows;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Moves that wait for an administrator. <b>Errors:</b> 404; 409 {@code data-locked}, {@code suggestion-outdated}. */
@Stateless
public class Suggestions {
    private static final String WHAT = "This suggestion";

    @Inject
    private SuggestionRows rows;

    @Inject
    private AccountRows accounts;

    @Inject
    private AccountBook book;

    @Inject
    private Moves moves;

    @Inject
    private Profiles profiles;

    @Inject
    private StorageRegions regions;

    @Inject
    private DataLock dataLock;

    @Inject
    private Acts acts;

    /** Open ones by user, after {@code after}. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<Suggestion> page(TenantId tenant, Optional<UUID> after, int limit) {
        return rows.page(tenant, after, limit);
    }

    /** The one that waits for this user. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Suggestion> find(TenantId tenant, UserId user) {
        return rows.find(tenant, user.value()).filter(each -> !each.dismissed());
    }

    /** Moves the user as suggested; also to another storage region, since a person decided so. */
    public void accept(WriteContext context, UserId user) {
        Account before = locked(context, user);
        TenantId tenant = context.tenant();
        Suggestion suggestion = open(tenant, user);
        dataLock.permit(tenant, user.value(), LockedAct.CHANGE_PROFILE);
        if (profiles.find(tenant, suggestion.to().profile()).isEmpty()
                || regions.find(tenant, suggestion.to().region()).isEmpty()) {
            throw Problem.conflict(
                    "suggestion-outdated", "The suggested profile or storage region is gone; dismiss it.");
        }
        Account written =
                book.write(context, before, before.document(), before.row().life());
        Account after = moves.moved(context, written, suggestion.to());
        JsonObject was = acts.told(context, before.assignment());
        acts.record(context, "user.moved", after, was, acts.told(context, suggestion.to()));
    }

    /** Drops the suggestion; the same is not made again. */
    public void dismiss(WriteContext context, UserId user) {
        Account account = locked(context, user);
        Suggestion suggestion = open(context.tenant(), user);
        rows.dismiss(context.tenant(), user.value());
        JsonObject stays = acts.told(context, account.assignment());
        acts.record(context, "suggestion.dismissed", account, acts.told(context, suggestion.to()), stays);
    }

    private Account locked(WriteContext context, UserId user) {
        return accounts.lock(context.tenant(), user.value()).orElseThrow(() -> Problem.notFound(WHAT));
    }

    private Suggestion open(TenantId tenant, UserId user) {
        return find(tenant, user).orElseThrow(() -> Problem.notFound(WHAT));
    }
}
