package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Where a user's activation stands: the newest letter, whose codes hold, and who redeemed one. */
public record Activation(
        UUID user, UUID letter, Instant asked, Optional<Instant> redeemed, Optional<String> redeemedBy) {
    /** Why a letter is discarded whose earlier try had arrived. */
    public static final String REDEEMED = "The user has activated the account already.";

    /** Why a letter is discarded for a newer one. */
    public static final String REPLACED = "A newer activation mail was asked for.";

    public Activation {
        requireNonNull(user, "user");
        requireNonNull(letter, "letter");
        requireNonNull(asked, "asked");
        requireNonNull(redeemed, "redeemed");
        requireNonNull(redeemedBy, "redeemedBy");
    }
}
