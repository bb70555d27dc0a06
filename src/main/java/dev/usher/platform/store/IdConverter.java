package dev.usher.platform.store;

import dev.usher.platform.Uuid7;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Ids as BINARY(16), in every entity without a word there. */
@Converter(autoApply = true)
public class IdConverter implements AttributeConverter<UUID, byte[]> {
    /** Called by EclipseLink. */
    public IdConverter() {}

    @Override
    public byte @Nullable [] convertToDatabaseColumn(@Nullable UUID id) {
        return id == null ? null : Uuid7.bytes(id);
    }

    @Override
    public @Nullable UUID convertToEntityAttribute(byte @Nullable [] bytes) {
        return bytes == null ? null : Uuid7.uuid(bytes);
    }
}
