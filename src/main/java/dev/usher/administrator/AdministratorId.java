package dev.usher.administrator;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** An administrator's id. */
public record AdministratorId(UUID value) {
    public AdministratorId {
        requireNonNull(value, "value");
    }
}
