package dev.usher.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the started server over HTTP until it is ready, as a client would. */
final class Readiness {
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final URI home;

    Readiness(String address, int port) {
        this.home = URI.create("http://" + host(address) + ":" + port + "/");
    }

    /** Where the console is, as a browser on this machine finds it. */
    URI home() {
        return home;
    }

    /**
     * Waits until the server says that it is ready; false when it did not within that time, and at once when the address
     * is unknown to it: then there is no application, and none will come.
     */
    boolean awaited(Duration patience) {
        var client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request = HttpRequest.newBuilder(home.resolve("ops/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                int status = status(client, request);
                if (status == 200 || status == 404) {
                    return status == 200;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static int status(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // not listening yet: that is what we wait for
        }
    }

    /** A wildcard address is none that one can call. */
    private static String host(String address) {
        try {
            if (InetAddress.getByName(address).isAnyLocalAddress()) {
                return "127.0.0.1";
            }
        } catch (UnknownHostException e) {
            return address; // the probe of the port has said so before
        }
        return address.contains(":") ? "[" + address + "]" : address;
    }
}
