package dev.usher.people.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The part of a result that is wanted: by index, or after a position (of a cursor walk). */
public final class Window {
    private final int startIndex;
    private final int count;
    private final boolean byCursor;
    private final @Nullable Position after;

    private Window(int startIndex, int count, boolean byCursor, @Nullable Position after) {
        this.startIndex = startIndex;
        this.count = count;
        this.byCursor = byCursor;
        this.after = after;
    }

    /** From this place, counted from 1. */
    public static Window at(int startIndex, int count) {
        return new Window(startIndex, count, false, null);
    }

    /** The first page of a cursor walk. */
    public static Window first(int count) {
        return new Window(1, count, true, null);
    }

    /** The page after this position. */
    public static Window after(Position position, int count) {
        return new Window(1, count, true, position);
    }

    int startIndex() {
        return startIndex;
    }

    int count() {
        return count;
    }

    boolean byCursor() {
        return byCursor;
    }

    Optional<Position> after() {
        return Optional.ofNullable(after);
    }
}
