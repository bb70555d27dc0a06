package dev.usher.platform.store;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Times as DATETIME(6) in UTC, in every entity without a word there. They cross as text: EclipseLink makes a
 * {@code Timestamp} of everything else, which lies in the JVM's time zone and loses an hour where summer time begins.
 */
@Converter(autoApply = true)
public class TimeConverter implements AttributeConverter<Instant, String> {
    /** Called by EclipseLink. */
    public TimeConverter() {}

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable Instant time) {
        if (time == null) {
            return null;
        }
        var local = LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
        return local.toString().replace('T', ' ');
    }

    @Override
    public @Nullable Instant convertToEntityAttribute(@Nullable String text) {
        return text == null ? null : LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
