package dev.usher.people;

import dev.usher.journal.Kind;
import dev.usher.journal.Outcome;
import dev.usher.notification.Activation;
import dev.usher.notification.Activations;
import dev.usher.people.store.Account;
import dev.usher.people.store.AccountRows;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.tenant.Caller;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.UUID;

/**
 * Activation of users, for administrators and the product. <b>Errors:</b> {@link Problem}: 404; 409 {@code
 * user-not-active}, {@code no-mail-address}; and those of {@link Activations}.
 */
@Stateless
public class ActivationActs {
    @Inject
    private AccountRows accounts;

    @Inject
    private Activations activations;

    @Inject
    private Chronicle chronicle;

    @Inject
    private JobContexts contexts;

    @Inject
    private Acts acts;

    /** What the product learns of a user who activated the account. */
    public record Activated(UserId user, StoredFacts facts, Activation activation) {}

    /** Of the user's document, blank where it says nothing. */
    public record StoredFacts(String userName, String externalId, String displayName, String email, String language) {}

    /** Where the user's activation stands; empty for whom no mail was asked. <b>Errors:</b> 404. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Activation> find(Caller caller, UserId user) {
        if (accounts.find(caller.tenant(), user.value()).isEmpty()) {
            throw Problem.notFound("This user");
        }
        return activations.find(caller.tenant(), user.value());
    }

    /** Sends an activation mail, again or for the first time; the codes of the one before end. */
    public Activation send(Caller caller, UserId user) {
        Account account = accounts.lock(caller.tenant(), user.value()).orElseThrow(() -> Problem.notFound("This user"));
        requireActive(account);
        if (MailAddressees.of(account.document(), true).address().isEmpty()) {
            throw Problem.conflict("no-mail-address", "The user has no e-mail address.");
        }
        UUID letter = activations.askAgain(caller.tenant(), user.value());
        var after = JsonParts.object().add("mailId", letter.toString()).build();
        acts.record(contexts.of(caller), "user.activation-mail", account, JsonValue.EMPTY_JSON_OBJECT, after);
        return activations.find(caller.tenant(), user.value()).orElseThrow();
    }

    /** Redeems a code, once, and tells whose it is. */
    public Activated redeem(Caller caller, String code) {
        UUID holder = activations.holder(caller.tenant(), code);
        Account account = accounts.lock(caller.tenant(), holder).orElseThrow(() -> Problem.notFound("This user"));
        requireActive(account);
        Activation activation = activations.redeem(caller, code);
        chronicle.record(
                caller,
                Kind.USER_ACTIVATED,
                holder,
                Outcome.ACCEPTED,
                EventDetail.of(caller).about(account.document()));
        var addressee = MailAddressees.of(account.document(), true);
        var facts = new StoredFacts(
                account.document().text("userName").orElse(""),
                account.document().text("externalId").orElse(""),
                addressee.values().getOrDefault("displayName", ""),
                addressee.address(),
                addressee.language());
        return new Activated(new UserId(holder), facts, activation);
    }

    private static void requireActive(Account account) {
        if (!account.row().life().state().active()) {
            throw Problem.conflict("user-not-active", "The user is not active.");
        }
    }
}
