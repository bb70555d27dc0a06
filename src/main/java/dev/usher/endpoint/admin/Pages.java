package dev.usher.endpoint.admin;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks a list of any length by its key, page by page, so that only one page is in memory. */
final class Pages {
    /** Rows on a page. */
    static final int SIZE = 1000;

    private Pages() {}

    /** What is done with each row. */
    @FunctionalInterface
    interface Each<T> {
        void row(T row) throws IOException;
    }

    /** {@code page} gives up to {@link #SIZE} rows after a key, or from the beginning. */
    static <T, K> void each(Function<Optional<K>, List<T>> page, Function<T, K> key, Each<T> each) throws IOException {
        Optional<K> after = Optional.empty();
        List<T> rows;
        do {
            rows = page.apply(after);
            for (T row : rows) {
                each.row(row);
            }
            after = rows.isEmpty() ? after : Optional.of(key.apply(rows.get(rows.size() - 1)));
        } while (rows.size() == SIZE);
    }
}
