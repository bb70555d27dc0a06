package dev.usher.scim.schema;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** The {@code dateTime} of RFC 7643 §2.3.5: any offset, UTC where none is given, years 0000 to 9999. */
public final class DateTimes {
    private static final int LONGEST = 40;
    // Fixed width, so that the text's order is the order in time.
    private static final DateTimeFormatter ORDERED =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private DateTimes() {}

    /** The moment a text names; empty when it is no dateTime. */
    public static Optional<Instant> instant(String text) {
        if (text.length() > LONGEST || text.indexOf('[') >= 0) {
            return Optional.empty();
        }
        try {
            TemporalAccessor found =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Instant instant = found instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(found).toInstant(ZoneOffset.UTC);
            int year = instant.atOffset(ZoneOffset.UTC).getYear();
            return year < 0 || year > 9999 ? Optional.empty() : Optional.of(instant);
        } catch (DateTimeException notADate) {
            // Not a date is an answer here, not an error: callers know whether it is one.
            return Optional.empty();
        }
    }

    /** The moment as text whose order is the order in time. */
    static String ordered(Instant instant) {
        return ORDERED.format(instant);
    }
}
