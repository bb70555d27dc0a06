package dev.usher.people.store;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.UUID;

/**
 * A place in an ordered list: what a page's last resource sorted by. Shape: {@code phase} 0 comes before 1 (resources
 * with and without the attribute, or the other way round in descending order); the key is empty where only ids order.
 */
public final class Position {
    private static final int HEAD_BYTES = 17;
    private static final byte[] NO_KEY = {};

    private final int phase;
    private final byte[] key;
    private final UUID id;

    Position(int phase, byte[] key, UUID id) {
        this.phase = phase;
        this.key = key.clone();
        this.id = requireNonNull(id, "id");
    }

    static Position of(UUID id) {
        return new Position(0, NO_KEY, id);
    }

    /** Ascending: phase, key, id; bytes unsigned as databases compare them. */
    static Comparator<Position> order(boolean descending) {
        Comparator<Position> within = (a, b) -> Arrays.compareUnsigned(a.key, b.key);
        within = within.thenComparing((a, b) -> compare(a.id, b.id));
        Comparator<Position> byPhase = Comparator.comparingInt(Position::phase);
        return byPhase.thenComparing(descending ? within.reversed() : within);
    }

    /** As BINARY(16) compares; {@code UUID.compareTo} takes the halves as signed. */
    static int compare(UUID a, UUID b) {
        int high = Long.compareUnsigned(a.getMostSignificantBits(), b.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(a.getLeastSignificantBits(), b.getLeastSignificantBits());
    }

    /** A time as a key. */
    static byte[] key(Instant time) {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, time))
                .array();
    }

    /** The time in a key. */
    static Instant time(byte[] key) {
        return Instant.EPOCH.plus(ByteBuffer.wrap(key).getLong(), ChronoUnit.MICROS);
    }

    int phase() {
        return phase;
    }

    byte[] key() {
        return key.clone();
    }

    UUID id() {
        return id;
    }

    /** For an anchor or a cursor: at most 272 bytes. */
    public byte[] bytes() {
        return ByteBuffer.allocate(HEAD_BYTES + key.length)
                .put((byte) phase)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(key)
                .array();
    }

    /** The place in these bytes. */
    public static Position read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        int phase = buffer.get();
        var id = new UUID(buffer.getLong(), buffer.getLong());
        return new Position(phase, Arrays.copyOfRange(bytes, HEAD_BYTES, bytes.length), id);
    }
}
