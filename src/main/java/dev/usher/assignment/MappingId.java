package dev.usher.assignment;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** Names a mapping within its tenant. It lives here, since an assignment says which mapping gave it. */
public record MappingId(UUID value) {
    public MappingId {
        requireNonNull(value, "value");
    }
}
