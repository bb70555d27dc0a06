package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, Pages.SIZE - 1, Pages.SIZE, Pages.SIZE + 1, 250_001})
    void walksEveryRowOnceHoweverMany(int rows) throws IOException {
        var seen = new AtomicLong();

        Pages.each(
                (Optional<Integer> after) -> page(rows, after),
                key -> key,
                row -> assertThat((long) row).isEqualTo(seen.getAndIncrement()));

        assertThat(seen.get()).isEqualTo(rows);
    }

    @Test
    void letsAFailureThrough() {
        assertThatThrownBy(() -> Pages.each((Optional<Integer> after) -> page(10, after), key -> key, row -> {
                    throw new IOException("the client is gone");
                }))
                .isInstanceOf(IOException.class);
    }

    private static List<Integer> page(int rows, Optional<Integer> after) {
        int first = after.map(last -> last + 1).orElse(0);
        return IntStream.range(first, Math.min(rows, first + Pages.SIZE))
                .boxed()
                .toList();
    }
}
