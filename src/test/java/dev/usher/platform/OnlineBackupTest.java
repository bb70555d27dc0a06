package dev.usher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnlineBackupTest {
    @Test
    void letsOnlyOneTouchTheFileAtATime() {
        List<String> done = new ArrayList<>();

        OnlineBackup.unlessRunning(() -> {
            var other = new Thread(() -> OnlineBackup.unlessRunning(() -> done.add("second")));
            other.start();
            join(other);
            done.add("first");
        });
        OnlineBackup.unlessRunning(() -> done.add("third"));

        assertThat(done).containsExactly("first", "third");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
