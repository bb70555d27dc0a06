package dev.usher.audit;

import dev.usher.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.temporal.ChronoField;

/**
 * The hash that chains an event to all before it: SHA-256 over the previous hash and the event's canonical form. Each
 * text goes in with its length, so that no two events have the same form; the time goes in as microseconds, which is
 * what the column keeps.
 */
final class ChainHash {
    private ChainHash() {}

    static byte[] next(byte[] previous, TenantId tenant, AuditEvent event) {
        MessageDigest digest = sha256();
        digest.update(previous);
        digest.update(ByteBuffer.allocate(28)
                .putInt(tenant.number())
                .putLong(event.seq())
                .putLong(event.at().getEpochSecond())
                .putInt(event.at().get(ChronoField.MICRO_OF_SECOND))
                .putInt(event.target().isPresent() ? 1 : 0)
                .array());
        event.target()
                .ifPresent(id -> digest.update(ByteBuffer.allocate(16)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array()));
        add(digest, event.actor());
        add(digest, event.action());
        add(digest, event.detail());
        return digest.digest();
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
