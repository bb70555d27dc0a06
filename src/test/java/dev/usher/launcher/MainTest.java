package dev.usher.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void saysWhichPortIsBusyAndHowToChooseAnother() throws IOException {
        try (var busy = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> Main.freePort("127.0.0.1", busy.getLocalPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll("127.0.0.1", Integer.toString(busy.getLocalPort()), "USHER_HTTP_PORT");
        }
    }

    @Test
    void takesAnyPortForZero() throws IOException {
        assertThat(Main.freePort("127.0.0.1", 0)).isPositive();
    }
}
