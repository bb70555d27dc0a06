package dev.usher.people;

import static dev.usher.it.TestTenant.patch;
import static dev.usher.it.TestTenant.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.usher.it.Answer;
import dev.usher.it.Http;
import dev.usher.it.TestTenant;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Lives the whole life that docs/operate/life-of-a-user.md tells, and compares every answer with the page's. */
class LifeDocIT {
    private static final Path PAGE = Path.of("docs/operate/life-of-a-user.md");
    private static final String BEGIN = "<!-- printed by LifeDocIT: begin -->\n";
    private static final String END = "<!-- printed by LifeDocIT: end -->\n";
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final String OKTA_ID = "00u1a2b3c4d5e6f7g8h9";
    private static final String[] LIFE = {"state", "preservedBy", "visibleToScim", "seatHeld", "managedBy"};

    private final TestTenant tenant = TestTenant.withoutMapping(dev.usher.it.UsherServer.http());
    private final Http product = tenant.admin()
            .bearer(tenant.admin()
                    .post("/api-keys", "{\"name\":\"product\",\"role\":\"service\"}")
                    .expect(201)
                    .text("/secret"));
    private final Map<String, String> names = new LinkedHashMap<>();
    private final List<String> log = new ArrayList<>();

    @Test
    void thePageTellsWhatHappens() throws IOException {
        tenant.createMapping("Engineers", "title", "Engineer", tenant.createProfile("Laptops", false, 1_000_000));
        String ann = createdAndBackedUp();
        deactivatedAndBack(ann);
        preservedByAnAdministrator(ann);
        deletedAndRestored(ann);
        deletedAndTakenForAnother(ann);
        adopted();
        purged(ann);

        String page = Files.readString(PAGE);
        String told = BEGIN + String.join("\n", log) + "\n" + END;
        if (Boolean.getBoolean("page.write")) {
            page = page.substring(0, page.indexOf(BEGIN)) + told + page.substring(page.indexOf(END) + END.length());
            Files.writeString(PAGE, page);
        }
        assertThat(page.substring(page.indexOf(BEGIN), page.indexOf(END) + END.length()))
                .as("mvn verify … -Dit.test=LifeDocIT -Dpage.write=true writes it anew")
                .isEqualTo(told);
    }

    private String createdAndBackedUp() {
        tell("The identity provider creates Ann; mapping `Engineers` gives profile and region.");
        Answer made = idp("POST", "/Users", engineer("ann@acme.com", OKTA_ID), 201, "id", "userName", "active");
        String ann = made.text("/id");
        admin(
                "GET",
                "/users/" + ann,
                "",
                200,
                "state",
                "seatHeld",
                "managedBy",
                "assignment.profileName",
                "why.givenBy");
        tell("The product backs her laptop up.");
        String device = "/users/" + ann + "/devices/laptop";
        call(product, "product", "PUT", device, "{\"name\":\"Laptop\"}", 201, "id", "name");
        String snapshot = "{\"name\":\"nightly\",\"sizeBytes\":4096,\"takenAt\":\"2026-01-31T02:00:00Z\"}";
        call(product, "product", "PUT", "/devices/laptop/snapshots/s1", snapshot, 201, "id", "sizeBytes");
        admin(
                "GET",
                "/users/" + ann + "/usage",
                "",
                200,
                "devices",
                "snapshots",
                "sizeBytes",
                "quotaBytes",
                "overQuota");
        return ann;
    }

    private void deactivatedAndBack(String ann) {
        tell("The identity provider deactivates her: access ends, the seat is free, the data stays.");
        idp("PATCH", "/Users/" + ann, active(false), 200, "active");
        admin("GET", "/users/" + ann, "", 200, LIFE);
        tell("And activates her again.");
        idp("PATCH", "/Users/" + ann, active(true), 200, "active");
        admin("GET", "/users/" + ann, "", 200, LIFE);
    }

    private void preservedByAnAdministrator(String ann) {
        tell("An administrator preserves her; the identity provider's wish against it gets the true state.");
        admin("POST", "/users/" + ann + "/preserve", "", 200, LIFE);
        idp("PATCH", "/Users/" + ann, active(true), 200, "active");
        event("USER_PATCHED", "CONFLICT");
        tell("Only an administrator ends it.");
        admin("POST", "/users/" + ann + "/restore", "", 200, LIFE);
    }

    private void deletedAndRestored(String ann) {
        tell("The identity provider deletes her: for SCIM she is gone, Usher keeps account and data.");
        idp("DELETE", "/Users/" + ann, "", 204);
        idp("GET", "/Users/" + ann, "", 404, "status", "detail");
        admin("GET", "/users/" + ann, "", 200, LIFE);
        tell(
                "It creates her again with the same opaque `externalId`: the account comes back, with its id and its data.");
        idp("POST", "/Users", engineer("ann@acme.com", OKTA_ID), 201, "id", "userName", "active");
        admin("GET", "/users/" + ann + "/usage", "", 200, "devices", "snapshots", "sizeBytes");
    }

    private void deletedAndTakenForAnother(String ann) {
        tell("Deleted once more, and created with another `externalId`: a name alone restores nobody, so this is a new"
                + " account, and an event tells who it might be.");
        idp("DELETE", "/Users/" + ann, "", 204);
        Answer other = idp("POST", "/Users", engineer("ann@acme.com", "00u9z8y7x6w5v4u3t2s1"), 201, "id", "userName");
        assertThat(other.text("/id")).isNotEqualTo(ann);
        event("POSSIBLE_RETURN", "ACCEPTED");
    }

    private void adopted() {
        tell("A manual user, whom the identity provider adopts by its first write; the assignment stays.");
        Answer made = admin("POST", "/users", engineer("bob@acme.com", ""), 201, "id", "managedBy");
        String bob = made.text("/id");
        idp("PATCH", "/Users/" + bob, patch("add", "displayName", "Bob").toString(), 200, "displayName");
        admin("GET", "/users/" + bob, "", 200, "managedBy", "assignment.profileName", "assignment.mappingName");
        event("USER_ADOPTED", "ACCEPTED");
    }

    private void purged(String ann) {
        tell("An administrator purges the deleted account: everything is forgotten.");
        admin("DELETE", "/users/" + ann, "", 204);
        admin("GET", "/users/" + ann, "", 404, "status", "title", "detail");
        call(product, "product", "GET", "/devices/laptop/snapshots", "", 404, "status", "detail");
    }

    private void event(String kind, String outcome) {
        String query = "/provisioning-events?limit=1&kind=" + kind + "&outcome=" + outcome;
        Answer answer = tenant.admin().get(query).expect(200);
        JsonObject first = answer.json().getJsonArray("items").getJsonObject(0);
        print("administrator", "GET", query, "");
        shown(200, first, "kind", "outcome", "subject", "detail.code", "detail.accounts");
    }

    private Answer idp(String verb, String path, String body, int status, String... keys) {
        return call(tenant.scim(), "identity provider", verb, path, body, status, keys);
    }

    private Answer admin(String verb, String path, String body, int status, String... keys) {
        return call(tenant.admin(), "administrator", verb, path, body, status, keys);
    }

    private Answer call(Http by, String who, String verb, String path, String body, int status, String... keys) {
        Answer answer = (verb.equals("GET") ? by.get(path) : by.send(verb, path, body)).expect(status);
        print(who, verb, path, body);
        if (keys.length == 0) {
            log.add("→ " + status);
            log.add("```");
        } else {
            if (keys[0].equals("id") && answer.json().containsKey("userName")) {
                String first = answer.text("/userName").replaceAll("@.*", "");
                named(names.containsValue("{" + first + "}") ? "another-" + first : first, answer);
            }
            shown(status, answer.json(), keys);
        }
        return answer;
    }

    private void tell(String sentence) {
        log.add("");
        log.add(sentence);
    }

    private void print(String who, String verb, String path, String body) {
        log.add("```");
        log.add("# " + who);
        log.add(clean(verb + " " + path));
        if (!body.isEmpty()) {
            log.add(clean(body));
        }
    }

    private void shown(int status, JsonObject answer, String... keys) {
        JsonObjectBuilder shown = Json.createObjectBuilder();
        for (String key : keys) {
            JsonValue found = answer;
            for (String step : key.split("\\.", -1)) {
                found = found instanceof JsonObject object ? object.getOrDefault(step, JsonValue.NULL) : JsonValue.NULL;
            }
            if (found != JsonValue.NULL) {
                shown.add(key, found);
            }
        }
        log.add("→ " + status + " " + clean(shown.build().toString()));
        log.add("```");
    }

    /** The id gets this name in the log, unless it has one. */
    private void named(String name, Answer made) {
        names.putIfAbsent(made.text("/id"), "{" + name + "}");
    }

    private String clean(String text) {
        String clean = TIME.matcher(text).replaceAll("2026-01-31T02:00:00Z");
        for (Map.Entry<String, String> each : names.entrySet()) {
            clean = clean.replace(each.getKey(), each.getValue());
        }
        return clean;
    }

    private static String engineer(String name, String externalId) {
        var body = user(name).add("title", "Engineer");
        return (externalId.isEmpty() ? body : body.add("externalId", externalId))
                .build()
                .toString();
    }

    private static String active(boolean active) {
        return patch(Json.createObjectBuilder()
                        .add("op", "replace")
                        .add("path", "active")
                        .add("value", active))
                .toString();
    }
}
