package dev.usher.journal;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;

/** What identity providers did to users on one day (UTC): created or brought back, changed, and refused. */
public record DayActivity(LocalDate day, long created, long updated, long refused) {
    public DayActivity {
        requireNonNull(day, "day");
    }
}
