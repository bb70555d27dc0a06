package dev.usher.people;

import static java.util.Objects.requireNonNull;

import dev.usher.scim.JsonParts;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How far a job over people is: what became of those it saw, and after whom it goes on. <b>Shape:</b> {@code at} is the
 * time by which they are walked where it is not the id alone.
 */
public record Tally(long seen, Map<String, Long> counts, Optional<UUID> after, Optional<Instant> at) {
    private static final String SEEN = "seen";
    private static final String COUNTS = "counts";
    private static final String AFTER = "after";
    private static final String AT = "at";

    public Tally {
        counts = Map.copyOf(counts);
        requireNonNull(after, "after");
        requireNonNull(at, "at");
    }

    /** As {@link #json} wrote it; an empty object is the beginning. */
    static Tally of(JsonObject json) {
        var counts = new TreeMap<String, Long>();
        JsonObject stored = json.containsKey(COUNTS)
                ? json.getJsonObject(COUNTS)
                : JsonParts.object().build();
        stored.forEach((name, value) -> counts.put(name, ((JsonNumber) value).longValue()));
        return new Tally(
                json.containsKey(SEEN) ? json.getJsonNumber(SEEN).longValue() : 0,
                counts,
                Optional.of(json.getString(AFTER, ""))
                        .filter(text -> !text.isEmpty())
                        .map(UUID::fromString),
                Optional.of(json.getString(AT, ""))
                        .filter(text -> !text.isEmpty())
                        .map(Instant::parse));
    }

    /** One more seen, with whom nothing was to be done. */
    Tally past(UUID id) {
        return new Tally(seen + 1, counts, Optional.of(id), at);
    }

    /** One more seen, of whom this became. */
    Tally past(UUID id, String outcome) {
        var more = new TreeMap<>(counts);
        more.merge(outcome, 1L, Long::sum);
        return new Tally(seen + 1, more, Optional.of(id), at);
    }

    /** The same, walked by time. */
    Tally walkedTo(Instant time) {
        return new Tally(seen, counts, after, Optional.of(time));
    }

    JsonObject json() {
        JsonObjectBuilder numbers = JsonParts.object();
        new TreeMap<>(counts).forEach(numbers::add);
        JsonObjectBuilder json = JsonParts.object().add(SEEN, seen).add(COUNTS, numbers);
        after.ifPresent(id -> json.add(AFTER, id.toString()));
        at.ifPresent(time -> json.add(AT, time.toString()));
        return json.build();
    }
}
