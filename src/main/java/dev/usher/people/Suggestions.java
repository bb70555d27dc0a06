package dev.usher.people;

import dev.usher.assignment.Assignment;
import dev.usher.assignment.DataLock;
import dev.usher.assignment.LockedAct;
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

/** Moves that wait for an administrator. <b>Errors:</b> 404; 403; 409 {@code data-locked}, {@code suggestion-outdated}. */
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

    /**
     * Moves the user as suggested, if the mappings still say so; also to another storage region, since a person decided so.
     */
    public void accept(WriteContext context, UserId user) {
        Account before = locked(context, user);
        TenantId tenant = context.tenant();
        Suggestion suggestion = open(tenant, user);
        dataLock.permit(tenant, user.value(), LockedAct.CHANGE_PROFILE);
        Optional<Assignment> wanted = moves.wanted(context, before, suggestion);
        Assignment to = wanted.filter(now -> Proposal.same(now, suggestion.to()))
                .orElseThrow(() -> outdated(context, before.assignment(), wanted));
        Account written =
                book.write(context, before, before.document(), before.row().life());
        Account after = moves.moved(context, written, to);
        JsonObject was = acts.told(context, before.assignment());
        acts.record(context, "user.moved", after, was, acts.told(context, to));
    }

    /** Drops the suggestion; the same is not made again. */
    public void dismiss(WriteContext context, UserId user) {
        Account account = locked(context, user);
        Suggestion suggestion = open(context.tenant(), user);
        rows.dismiss(context.tenant(), user.value());
        JsonObject stays = acts.told(context, account.assignment());
        acts.record(context, "suggestion.dismissed", account, acts.told(context, suggestion.to()), stays);
    }

    /** Says what would become of the user today. */
    private Problem outdated(WriteContext context, Assignment has, Optional<Assignment> wanted) {
        String today = wanted.map(now -> {
                    if (Proposal.same(now, has)) {
                        return "leave the user as it is";
                    }
                    JsonObject told = acts.told(context, now);
                    return "give profile '" + told.getString("profile") + "' in storage region '"
                            + told.getString("storageRegion") + "' by mapping '" + told.getString("mapping") + "'"
                            + (now.quotaBytes().isPresent()
                                    ? " with " + now.quotaBytes().getAsLong() + " bytes"
                                    : "");
                })
                .orElse("not match the user any more");
        return Problem.conflict(
                "suggestion-outdated",
                "The user or the mappings changed since this was suggested; today they would " + today
                        + ". Dismiss it, or apply the order to existing users for a new suggestion.");
    }

    private Account locked(WriteContext context, UserId user) {
        return accounts.lock(context.tenant(), user.value()).orElseThrow(() -> Problem.notFound(WHAT));
    }

    private Suggestion open(TenantId tenant, UserId user) {
        return find(tenant, user).orElseThrow(() -> Problem.notFound(WHAT));
    }
}
