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

    /** Waits until the server says that it is ready; false when it did not within that time. */
    boolean awaited(Duration patience) {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
        var request = HttpRequest.newBuilder(home.resolve("ops/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (System.nanoTime() < end) {
                if (ready(client, request)) {
                    return true;
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static boolean ready(HttpClient client, HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false; // not listening yet: that is what we wait for
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
