package dev.usher.people;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Whether a POST brings somebody back. An {@code externalId} restores the one visible preserved user that has it; a
 * deleted one only if the {@code externalId} is opaque, so that it cannot have been given to another person, or the same
 * {@code userName} comes within 30 days. A {@code userName} alone never restores: a new hire must not inherit a leaver's
 * data. Pure. {@code possible} are those who were not brought back although something speaks for it.
 */
public record Comeback(Optional<UUID> restored, List<UUID> possible) {
    private static final Duration NAME_COUNTS = Duration.ofDays(30);
    private static final Pattern UUID_TEXT =
            Pattern.compile("\\{?[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}}?");
    private static final Pattern OKTA_ID = Pattern.compile("00u[0-9A-Za-z]{17}");
    /** 16 bytes: 21 full characters and one that carries two bits; without padding it must not look like a name. */
    private static final Pattern BASE64_OF_16_BYTES =
            Pattern.compile("[0-9A-Za-z+/_-]{21}[AQgw]==|(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])[0-9A-Za-z+/_-]{21}[AQgw]");

    private static final int LONGEST_OPAQUE_ID = 38;

    /** Copies. */
    public Comeback {
        requireNonNull(restored, "restored");
        possible = List.copyOf(possible);
    }

    /**
     * One account that has the {@code externalId}, or once had the {@code userName}, of the POST; {@code since} is when a
     * deleted one was deleted, or changed last where it never had access.
     */
    public record Candidate(
            UUID id, boolean visible, boolean active, boolean sameExternalId, boolean sameName, Instant since) {
        /** Checks. */
        public Candidate {
            requireNonNull(id, "id");
            requireNonNull(since, "since");
        }
    }

    /** Decides for a POST at {@code now}; {@code externalId} is empty where it had none. */
    public static Comeback of(List<Candidate> candidates, String externalId, Instant now) {
        List<Candidate> seen = candidates.stream()
                .filter(each -> each.visible() && each.sameExternalId())
                .toList();
        if (!seen.isEmpty()) {
            boolean one = seen.size() == 1 && !seen.get(0).active();
            return new Comeback(one ? Optional.of(seen.get(0).id()) : Optional.empty(), List.of());
        }
        boolean opaque = opaque(externalId);
        List<Candidate> deleted =
                candidates.stream().filter(each -> !each.visible()).toList();
        List<Candidate> entitled = deleted.stream()
                .filter(Candidate::sameExternalId)
                .filter(each -> opaque || (each.sameName() && each.since().isAfter(now.minus(NAME_COUNTS))))
                .toList();
        if (entitled.size() == 1) {
            return new Comeback(Optional.of(entitled.get(0).id()), List.of());
        }
        return new Comeback(
                Optional.empty(), deleted.stream().map(Candidate::id).toList());
    }

    /** Whether no person's property is in this id, so that it belongs to one person for ever. */
    static boolean opaque(String externalId) {
        return externalId.length() <= LONGEST_OPAQUE_ID
                && (UUID_TEXT.matcher(externalId).matches()
                        || OKTA_ID.matcher(externalId).matches()
                        || BASE64_OF_16_BYTES.matcher(externalId).matches());
    }
}
