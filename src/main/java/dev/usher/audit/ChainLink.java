package dev.usher.audit;

import static java.util.Objects.requireNonNull;

/** An act as its row holds it: with the hash of the act before it and its own, both 32 bytes. */
public record ChainLink(AuditEvent event, byte[] previous, byte[] hash) {
    public ChainLink {
        requireNonNull(event, "event");
        previous = previous.clone();
        hash = hash.clone();
    }

    @Override
    public byte[] previous() {
        return previous.clone();
    }

    @Override
    public byte[] hash() {
        return hash.clone();
    }

    long seq() {
        return event.seq();
    }
}
