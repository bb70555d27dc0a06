package dev.usher.endpoint.admin;

import dev.usher.assignment.MappingId;
import dev.usher.mapping.Explanation;
import dev.usher.mapping.ExplanationJson;
import dev.usher.mapping.Mapping;
import dev.usher.people.AccountState;
import dev.usher.people.AccountView;
import dev.usher.scim.resource.ScimResource;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A person as the admin API writes one. */
final class AccountJson {
    private static final String PRESERVED_BY = "PRESERVED_BY_";

    private AccountJson() {}

    /** What a list shows. */
    static JsonObject head(AccountView view) {
        return start(view).build();
    }

    /** Everything: the SCIM document, and why the person was assigned what it has. */
    static JsonObject whole(AccountView view, Explanation today, long orderVersion) {
        return start(view)
                .add("user", view.resource().document())
                .add("why", why(view, today, orderVersion))
                .build();
    }

    private static JsonObjectBuilder start(AccountView view) {
        AccountState state = view.life().state();
        ScimResource resource = view.resource();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", view.id().toString())
                .add("userName", resource.text("userName").orElse(""));
        resource.text("displayName").ifPresent(name -> json.add("displayName", name));
        resource.text("externalId").ifPresent(id -> json.add("externalId", id));
        email(resource.document()).ifPresent(email -> json.add("email", email));
        json.add("state", state.active() ? "ACTIVE" : "PRESERVED");
        if (!state.active()) {
            json.add("preservedBy", state.name().substring(PRESERVED_BY.length()));
        }
        return json.add("stateSince", view.since().toString())
                .add("visibleToScim", view.life().visible())
                .add("seatHeld", view.life().seatHeld())
                .add("managedBy", view.managedBy().name())
                .add("createdAt", view.created().toString())
                .add("modifiedAt", view.modified().toString())
                .add("version", view.version())
                .add("assignment", assignment(view.assigned()));
    }

    private static JsonObjectBuilder assignment(AccountView.Assigned assigned) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("profileId", assigned.assignment().profile().value().toString())
                .add("profileName", assigned.profileName())
                .add("storageRegionId", assigned.assignment().region().value().toString())
                .add("storageRegionName", assigned.regionName());
        number(json, "quotaBytes", assigned.assignment().quotaBytes());
        number(json, "effectiveQuotaBytes", assigned.quotaBytes());
        assigned.assignment()
                .mapping()
                .map(MappingId::value)
                .ifPresentOrElse(id -> json.add("mappingId", id.toString()), () -> json.addNull("mappingId"));
        return json.add("mappingName", assigned.mappingName())
                .add("orderVersion", assigned.assignment().orderVersion());
    }

    /** The mapping that gave the assignment, and what every mapping would say today, in order. */
    private static JsonObjectBuilder why(AccountView view, Explanation today, long orderVersion) {
        AccountView.Assigned assigned = view.assigned();
        boolean byMapping = assigned.assignment().mapping().isPresent();
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("givenBy", byMapping ? "MAPPING" : "ADMINISTRATOR")
                .add("mappingName", assigned.mappingName())
                .add("orderVersion", assigned.assignment().orderVersion())
                .add("orderVersionToday", orderVersion);
        today.result()
                .map(result -> result.mapping())
                .ifPresentOrElse(
                        mapping -> json.add("mappingToday", named(mapping)), () -> json.addNull("mappingToday"));
        return json.add("comparisonsToday", ExplanationJson.comparisons(today));
    }

    private static JsonObjectBuilder named(Mapping mapping) {
        return Json.createObjectBuilder()
                .add("id", mapping.id().value().toString())
                .add("name", mapping.name());
    }

    private static void number(JsonObjectBuilder json, String name, OptionalLong number) {
        if (number.isPresent()) {
            json.add(name, number.getAsLong());
        } else {
            json.addNull(name);
        }
    }

    /** The primary address, else the first. */
    private static Optional<String> email(JsonObject document) {
        if (!(document.get("emails") instanceof JsonArray emails)) {
            return Optional.empty();
        }
        return emails.stream()
                .filter(each -> each instanceof JsonObject)
                .map(JsonValue::asJsonObject)
                .filter(each -> each.get("value") instanceof JsonString)
                .sorted((one, other) -> Boolean.compare(primary(other), primary(one)))
                .findFirst()
                .map(each -> each.getString("value"));
    }

    private static boolean primary(Map<String, JsonValue> email) {
        return JsonValue.TRUE.equals(email.get("primary"));
    }
}
