package dev.usher.people;

import dev.usher.notification.Addressee;
import dev.usher.notification.Addressees;
import dev.usher.people.store.AccountRows;
import dev.usher.scim.resource.ScimResource;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A user as mail knows one: the primary address, else the one at work, else the first, else a userName that is one. */
@ApplicationScoped
class MailAddressees implements Addressees {
    @Inject
    private AccountRows accounts;

    @Override
    public Optional<Addressee> find(TenantId tenant, UUID user) {
        return accounts.find(tenant, user)
                .map(account ->
                        of(account.document(), account.row().life().state().active()));
    }

    static Addressee of(ScimResource user, boolean active) {
        String language =
                user.text("preferredLanguage").or(() -> user.text("locale")).orElse("");
        return new Addressee(address(user), language, values(user), active);
    }

    private static String address(ScimResource user) {
        JsonValue emails = user.document().getOrDefault("emails", JsonValue.EMPTY_JSON_ARRAY);
        Optional<String> given = Stream.of("primary", "work", "")
                .flatMap(wanted -> elements(emails).filter(email -> is(email, wanted)))
                .map(email -> email.getString("value", "").strip())
                .filter(address -> !address.isEmpty())
                .findFirst();
        return given.or(() -> user.text("userName").filter(name -> name.indexOf('@') > 0))
                .orElse("");
    }

    private static Stream<JsonObject> elements(JsonValue emails) {
        return emails instanceof JsonArray array
                ? array.stream().filter(JsonObject.class::isInstance).map(JsonValue::asJsonObject)
                : Stream.empty();
    }

    private static boolean is(JsonObject email, String wanted) {
        return switch (wanted) {
            case "primary" -> email.getBoolean("primary", false);
            case "work" -> "work".equalsIgnoreCase(email.getString("type", ""));
            default -> true;
        };
    }

    private static Map<String, String> values(ScimResource user) {
        var values = new HashMap<String, String>();
        String userName = user.text("userName").orElse("");
        String given = part(user, "givenName");
        String family = part(user, "familyName");
        String both = (given + " " + family).strip();
        values.put("userName", userName);
        values.put("givenName", given);
        values.put("familyName", family);
        values.put(
                "displayName",
                user.text("displayName")
                        .or(() -> Optional.of(part(user, "formatted")).filter(name -> !name.isEmpty()))
                        .or(() -> Optional.of(both).filter(name -> !name.isEmpty()))
                        .orElse(userName));
        return values;
    }

    private static String part(ScimResource user, String name) {
        return user.document().get("name") instanceof JsonObject parts && parts.get(name) instanceof JsonString text
                ? text.getString()
                : "";
    }
}
