package dev.usher.notification;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Stands between a sender and a mail server and hands everything on, but keeps to itself what the server says to a whole
 * mail: the sender never learns that it was taken.
 */
final class SilentRelay implements AutoCloseable {
    private static final int CHUNK = 8192;
    private static final byte[] END_OF_MAIL = {'\r', '\n', '.', '\r', '\n'};

    private final ServerSocket door;
    private final int target;
    private volatile boolean speaks;

    private SilentRelay(ServerSocket door, int target) {
        this.door = door;
        this.target = target;
    }

    static SilentRelay to(int target) throws IOException {
        var relay = new SilentRelay(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), target);
        daemon(relay::serve);
        return relay;
    }

    int port() {
        return door.getLocalPort();
    }

    /** From now on it hands everything on. */
    void speak() {
        speaks = true;
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket sender = door.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                var talk = new Talk(sender, server, speaks);
                daemon(talk::forth);
                daemon(talk::back);
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "silent-relay");
        thread.setDaemon(true);
        thread.start();
    }

    /** One connection. */
    private static final class Talk {
        private final Socket sender;
        private final Socket server;
        private final boolean speaks;
        private volatile boolean whole;

        Talk(Socket sender, Socket server, boolean speaks) {
            this.sender = sender;
            this.server = server;
            this.speaks = speaks;
        }

        void forth() {
            try {
                InputStream in = sender.getInputStream();
                OutputStream out = server.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                int matched = 0;
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    for (int i = 0; i < count; i++) {
                        boolean next = chunk[i] == END_OF_MAIL[matched];
                        matched = next ? matched + 1 : chunk[i] == '\r' ? 1 : 0;
                        if (matched == END_OF_MAIL.length) {
                            whole = true;
                            matched = 0;
                        }
                    }
                    out.write(chunk, 0, count);
                    out.flush();
                }
            } catch (IOException e) {
                // the sender died, which is what the test is about
            }
        }

        void back() {
            try {
                InputStream in = server.getInputStream();
                OutputStream out = sender.getOutputStream();
                byte[] chunk = new byte[CHUNK];
                for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                    if (speaks || !whole) {
                        out.write(chunk, 0, count);
                        out.flush();
                    }
                }
            } catch (IOException e) {
                // either end is gone
            }
        }
    }
}
