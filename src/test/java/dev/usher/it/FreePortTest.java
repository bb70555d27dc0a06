package dev.usher.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FreePortTest {
    @Test
    void givesNoPortTwice() {
        int[] ports = IntStream.range(0, 2_000).map(i -> FreePort.next()).toArray();

        assertThat(ports).doesNotHaveDuplicates();
    }
}
