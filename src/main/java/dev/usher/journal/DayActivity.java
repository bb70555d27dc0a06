package dev.usher.journal;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Optional;

/** What identity providers did to users on one day (UTC); empty where that is not known. */
public record DayActivity(LocalDate day, Optional<Numbers> numbers) {
    /** Created or brought back, changed, and refused. */
    public record Numbers(long created, long updated, long refused) {}

    public DayActivity {
        requireNonNull(day, "day");
        requireNonNull(numbers, "numbers");
    }
}
