package dev.usher.people;

import dev.usher.people.store.CursorKeys;
import dev.usher.platform.SecretBox;
import dev.usher.scim.error.ScimException;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Cursors (RFC 9865): a position in a list, encrypted and authenticated, that belongs to one tenant and one query. Being
 * a position and no snapshot, it survives inserts and deletes without repeating or skipping. Shape: base64url, whose
 * characters need no escaping in a URL. Errors: 400 {@code invalidCursor}, {@code expiredCursor}.
 */
@ApplicationScoped
public class Cursors {
    /** How long a cursor is good. */
    public static final Duration LIFE = Duration.ofDays(1);

    private static final byte FORMAT = 1;
    private static final int HEAD_BYTES = 1 + Integer.BYTES;
    private static final int MOST_CHARACTERS = 2_000;

    @Inject
    private CursorKeys keys;

    @Inject
    private SecretBox box;

    @Inject
    private Clock clock;

    String write(TenantId tenant, byte[] query, byte[] place) {
        int number = keys.current();
        byte[] key = keys.key(number).orElseThrow();
        byte[] plain = ByteBuffer.allocate(Long.BYTES + place.length)
                .putLong(clock.instant().getEpochSecond())
                .put(place)
                .array();
        byte[] sealed = box.seal(key, context(tenant, query, number), plain);
        byte[] cursor = ByteBuffer.allocate(HEAD_BYTES + sealed.length)
                .put(FORMAT)
                .putInt(number)
                .put(sealed)
                .array();
        return encoded(cursor);
    }

    private static String encoded(byte[] cursor) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    byte[] read(TenantId tenant, byte[] query, String cursor) {
        ByteBuffer bytes = ByteBuffer.wrap(decoded(cursor));
        if (bytes.remaining() <= HEAD_BYTES || bytes.get() != FORMAT) {
            throw invalid();
        }
        int number = bytes.getInt();
        byte[] sealed = new byte[bytes.remaining()];
        bytes.get(sealed);
        Optional<byte[]> plain = keys.key(number).flatMap(key -> box.open(key, context(tenant, query, number), sealed));
        ByteBuffer place = ByteBuffer.wrap(plain.orElseThrow(Cursors::invalid));
        Instant made = Instant.ofEpochSecond(place.getLong());
        if (made.plus(LIFE).isBefore(clock.instant())) {
            throw ScimException.expiredCursor("the cursor is older than " + LIFE.toHours() + " hours; begin again");
        }
        byte[] position = new byte[place.remaining()];
        place.get(position);
        return position;
    }

    private static byte[] decoded(String cursor) {
        if (cursor.length() > MOST_CHARACTERS) {
            throw invalid();
        }
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            // The last character has bits to spare: a cursor that was changed there decodes to the same.
            if (!encoded(bytes).equals(cursor)) {
                throw invalid();
            }
            return bytes;
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    private static byte[] context(TenantId tenant, byte[] hash, int number) {
        return ByteBuffer.allocate(1 + 2 * Integer.BYTES + hash.length)
                .put(FORMAT)
                .putInt(number)
                .putInt(tenant.number())
                .put(hash)
                .array();
    }

    private static ScimException invalid() {
        return ScimException.invalidCursor("the cursor is none of this server's, or belongs to another query");
    }
}
