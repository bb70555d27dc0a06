package dev.usher.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which events of a tenant are wanted; an empty part does not restrict. {@code from} is inclusive, {@code to} exclusive,
 * {@code before} is the id of the last event already seen, {@code text} is looked for in the detail in any case, as it is
 * and masked as names are; events of the {@code named} subject are found with it.
 */
public record EventQuery(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Outcome> outcome,
        Optional<Kind> kind,
        Optional<UUID> subject,
        Optional<String> text,
        Optional<UUID> named,
        Optional<UUID> before) {
    /** Everything. */
    public static final EventQuery ALL = new EventQuery(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    public EventQuery {
        requireNonNull(from, "from");
        requireNonNull(to, "to");
        requireNonNull(outcome, "outcome");
        requireNonNull(kind, "kind");
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(named, "named");
        requireNonNull(before, "before");
    }

    /** The same, going on below this event. */
    public EventQuery before(UUID last) {
        return new EventQuery(from, to, outcome, kind, subject, text, named, Optional.of(last));
    }

    /** The same, with the user whose name the text is. */
    public EventQuery named(Optional<UUID> user) {
        return new EventQuery(from, to, outcome, kind, subject, text, user, before);
    }
}
