package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import dev.usher.platform.Uuid7;
import dev.usher.tenant.TenantId;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail in the outbox. <b>Shape:</b> {@code user} is whom an activation is for; {@code address} is there where it was
 * fixed when the mail was made, else it is looked up when it is sent; {@code due} is the next try while it waits;
 * {@code reason} is blank or says why the last try failed or the mail was given up.
 */
public record Letter(
        TenantId tenant,
        UUID id,
        MailKind kind,
        Optional<UUID> user,
        Optional<String> address,
        LetterState state,
        int tries,
        Instant due,
        Optional<Instant> done,
        String reason,
        JsonObject body) {
    public Letter {
        requireNonNull(tenant, "tenant");
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        requireNonNull(user, "user");
        requireNonNull(address, "address");
        requireNonNull(state, "state");
        requireNonNull(due, "due");
        requireNonNull(done, "done");
        requireNonNull(reason, "reason");
        requireNonNull(body, "body");
    }

    /** When it was made; the id tells. */
    public Instant made() {
        return Uuid7.time(id);
    }
}
