package dev.usher.people.store;

import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.SchemaUrns;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;

/** Random people who have much in common, so that random filters find some of them. */
final class Crowd {
    static final List<String> WORDS = List.of(
            "anna",
            "Anna",
            "ANNABEL",
            "bo",
            "b%",
            "b_",
            "x!y",
            "ß",
            "ÄRGER",
            "ärger",
            "naïve",
            "",
            "a\\b",
            "O'Neil",
            "İsil",
            "isil",
            "ISIL",
            "ısıl",
            "anna ",
            "nai\u0308ve",
            "\u212Aelvin",
            "kelvin",
            "\uD83D\uDE00 smile",
            "z".repeat(260),
            "z".repeat(260) + "y",
            "long " + "w".repeat(240) + " end");
    static final List<String> TYPES = List.of("work", "home", "Work", "other");

    private final Random random;

    Crowd(Random random) {
        this.random = random;
    }

    void join(Census census, int people) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z").truncatedTo(ChronoUnit.MICROS);
        for (int i = 0; i < people; i++) {
            census.add(
                    person(i),
                    random.nextInt(4) > 0,
                    start.plusSeconds(random.nextInt(10)).plusMillis(i % 7));
        }
    }

    private JsonObject person(int number) {
        JsonObjectBuilder person = JsonParts.object().add("userName", "User" + number + "@firm.example");
        maybe(person, "externalId", "ext-" + number % 20);
        for (String name : List.of("displayName", "title", "userType", "nickName", "locale")) {
            maybe(person, name, word());
        }
        JsonObjectBuilder name = JsonParts.object();
        maybe(name, "familyName", word());
        maybe(name, "givenName", word());
        maybe(name, "middleName", word());
        add(person, "name", name);
        add(person, "emails", 4);
        add(person, "phoneNumbers", 3);
        add(person, "roles", 3);
        JsonObjectBuilder enterprise = JsonParts.object();
        maybe(enterprise, "department", word());
        maybe(enterprise, "costCenter", word());
        add(person, SchemaUrns.ENTERPRISE, enterprise);
        return person.build();
    }

    private String word() {
        return WORDS.get(random.nextInt(WORDS.size()));
    }

    private void maybe(JsonObjectBuilder into, String name, String value) {
        if (random.nextInt(3) > 0 && !value.isEmpty()) {
            into.add(name, value);
        }
    }

    private static void add(JsonObjectBuilder into, String name, JsonObjectBuilder part) {
        JsonObject built = part.build();
        if (!built.isEmpty()) {
            into.add(name, built);
        }
    }

    private void add(JsonObjectBuilder into, String name, int most) {
        int count = random.nextInt(most);
        JsonArrayBuilder values = JsonParts.array();
        for (int i = 0; i < count; i++) {
            JsonObjectBuilder value = JsonParts.object();
            maybe(value, "value", word());
            maybe(value, "type", TYPES.get(random.nextInt(TYPES.size())));
            maybe(value, "display", word());
            if (i == 0 && random.nextBoolean()) {
                value.add("primary", random.nextBoolean());
            }
            JsonObject built = value.build();
            if (!built.isEmpty()) {
                values.add(built);
            }
        }
        var built = values.build();
        if (!built.isEmpty()) {
            into.add(name, built);
        }
    }
}
