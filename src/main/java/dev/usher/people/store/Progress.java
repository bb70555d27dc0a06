package dev.usher.people.store;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** How far a walk over several types has come in one of them. Threads: one. */
final class Progress {
    private static final byte AT_THE_START = 0;
    private static final byte BEHIND = 1;
    private static final byte ENDED = 2;

    private byte state;
    private Optional<Position> position;
    private Found found = new Found(OptionalLong.empty(), List.of(), Optional.empty());
    private int taken;

    private Progress(byte state, Optional<Position> position) {
        this.state = state;
        this.position = position;
    }

    /** As {@link #bytes} wrote it; at the start where there are no bytes. */
    static Progress read(ByteBuffer bytes) {
        byte state = bytes.hasRemaining() ? bytes.get() : AT_THE_START;
        if (state != BEHIND) {
            return new Progress(state, Optional.empty());
        }
        byte[] place = new byte[bytes.getShort()];
        bytes.get(place);
        return new Progress(BEHIND, Optional.of(Position.read(place)));
    }

    /** Finds what comes next. */
    void look(Side side) {
        if (state != ENDED) {
            found = side.after(position);
            endedWhereNothingIsLeft();
        }
    }

    /** Of what was found. */
    int left() {
        return found.hits().size() - taken;
    }

    Hit peek() {
        return found.hits().get(taken);
    }

    Hit take() {
        Hit hit = found.hits().get(taken++);
        state = BEHIND;
        position = Optional.of(hit.position());
        endedWhereNothingIsLeft();
        return hit;
    }

    private void endedWhereNothingIsLeft() {
        if (left() == 0 && found.next().isEmpty()) {
            state = ENDED;
            position = Optional.empty();
        }
    }

    /** Both; empty where both have ended. */
    static byte[] bytes(Progress first, Progress second) {
        if (first.state == ENDED && second.state == ENDED) {
            return new byte[0];
        }
        ByteBuffer bytes = ByteBuffer.allocate(first.size() + second.size());
        first.put(bytes);
        second.put(bytes);
        return bytes.array();
    }

    private int size() {
        return 1 + position.map(place -> Short.BYTES + place.bytes().length).orElse(0);
    }

    private void put(ByteBuffer into) {
        into.put(state);
        position.map(Position::bytes)
                .ifPresent(place -> into.putShort((short) place.length).put(place));
    }
}
