package dev.usher.notification;

import dev.usher.audit.AuditTrail;
import dev.usher.notification.mail.Addresses;
import dev.usher.notification.mail.Languages;
import dev.usher.notification.store.TenantMailStore;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.JsonText;
import dev.usher.tenant.Caller;
import dev.usher.tenant.TenantId;
import dev.usher.tenant.Tenants;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;

/** What each tenant chose for its mail. <b>Errors:</b> {@link Problem}: 400 with the field, 412. */
@Stateless
public class TenantMails {
    private static final int MOST_ADDRESSES = 20;
    private static final int LONGEST_URL = 1_000;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final TenantMail USUAL = new TenantMail(Optional.empty(), "en", List.of(), 0);

    @Inject
    private TenantMailStore store;

    @Inject
    private Tenants tenants;

    @Inject
    private AuditTrail audit;

    /** What holds; a tenant that never chose has no {@code activationUrl} and writes English. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TenantMail read(TenantId tenant) {
        return store.find(tenant).map(TenantMails::read).orElse(USUAL);
    }

    /** Chooses anew, from what holds under the tenant's lock; the version that {@code edit} gives does not matter. */
    public TenantMail change(Caller caller, UnaryOperator<TenantMail> edit, LongPredicate admits) {
        tenants.lock(caller.tenant());
        TenantMail before = read(caller.tenant());
        if (!admits.test(before.version())) {
            throw Problem.changed("The mail settings were changed meanwhile; read them again.");
        }
        TenantMail after = checked(edit.apply(before), before.version() + 1);
        if (json(after).equals(json(before))) {
            return before;
        }
        store.write(caller.tenant(), json(after).toString(), after.version());
        audit.record(
                caller.tenant(), caller.name(), "mail-settings.changed", Optional.empty(), json(before), json(after));
        return after;
    }

    /** As it is stored, audited and shown. */
    public static JsonObject json(TenantMail mail) {
        var json = JsonParts.object()
                .add("language", mail.language())
                .add("noticeAddresses", JsonParts.texts(mail.noticeAddresses()));
        mail.activationUrl().ifPresent(url -> json.add("activationUrl", url.toString()));
        return json.build();
    }

    private static TenantMail read(TenantMailStore.Stored stored) {
        JsonObject json = JsonText.trusted(stored.content());
        return new TenantMail(
                Optional.of(json.getString("activationUrl", ""))
                        .filter(url -> !url.isEmpty())
                        .map(URI::create),
                json.getString("language"),
                json.getJsonArray("noticeAddresses").getValuesAs(JsonString::getString),
                stored.version());
    }

    private static TenantMail checked(TenantMail wanted, long version) {
        wanted.activationUrl().ifPresent(TenantMails::check);
        if (wanted.noticeAddresses().size() > MOST_ADDRESSES) {
            throw Problem.field("noticeAddresses", "There are at most " + MOST_ADDRESSES + " notice addresses.");
        }
        for (String address : wanted.noticeAddresses()) {
            if (!Addresses.valid(address)) {
                throw Problem.field("noticeAddresses", "A notice address is no e-mail address.");
            }
        }
        return new TenantMail(
                wanted.activationUrl(),
                Languages.tag("language", wanted.language()),
                wanted.noticeAddresses().stream().distinct().toList(),
                version);
    }

    /** Codes travel in it, so only TLS or this machine will do. */
    private static void check(URI url) {
        String host = Optional.ofNullable(url.getHost()).orElse("").toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean here = "http".equalsIgnoreCase(url.getScheme()) && LOOPBACK.contains(host);
        boolean plain = url.getRawUserInfo() == null && url.getRawFragment() == null && !host.isEmpty();
        if (!plain || !(secure || here) || url.toString().length() > LONGEST_URL) {
            throw Problem.field(
                    "activationUrl",
                    "activationUrl is an https URL (http only to loopback) without user name and fragment, of at most "
                            + LONGEST_URL + " characters.");
        }
    }
}
