package dev.usher.it;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What an HTTP client library would never send, written to the socket by hand; and slow clients. */
@Tag("payara")
class BadTransportIT {
    private static final int PATIENCE_MILLIS = 60_000;
    private static final String END = "\r\n\r\n";

    private static TestTenant tenant;

    @BeforeAll
    static void makeTenant() {
        tenant = TestTenant.create();
    }

    @TestFactory
    Stream<DynamicTest> answersBrokenRequestsWithoutTellingAnything() {
        String to = "Host: 127.0.0.1\r\nAuthorization: Bearer " + tenant.token() + "\r\nConnection: close\r\n";
        return Stream.of(
                        new String[] {"broken percent signs", "GET /scim/v2/Users?filter=%zz HTTP/1.1\r\n" + to + "\r\n"
                        },
                        new String[] {"a blank in the path", "GET /scim/v2/Us ers HTTP/1.1\r\n" + to + "\r\n"},
                        new String[] {"an overlong UTF-8 slash", "GET /scim/v2/%c0%af HTTP/1.1\r\n" + to + "\r\n"},
                        new String[] {"a parent", "GET /scim/v2/../../WEB-INF/web.xml HTTP/1.1\r\n" + to + "\r\n"},
                        new String[] {"an encoded parent", "GET /%2e%2e/WEB-INF/web.xml HTTP/1.1\r\n" + to + "\r\n"},
                        new String[] {"a path parameter", "GET /scim/v2/;/../WEB-INF/web.xml HTTP/1.1\r\n" + to + "\r\n"
                        },
                        new String[] {"an unknown method", "BREW /scim/v2/Users HTTP/1.1\r\n" + to + "\r\n"},
                        new String[] {"TRACE", "TRACE /scim/v2/Users HTTP/1.1\r\n" + to + "\r\n"},
                        new String[] {
                            "a length that is none", "POST /scim/v2/Users HTTP/1.1\r\n" + to + "Content-Length: x" + END
                        },
                        new String[] {
                            "a length below zero", "POST /scim/v2/Users HTTP/1.1\r\n" + to + "Content-Length: -1" + END
                        },
                        new String[] {
                            "two framings",
                            "POST /scim/v2/Users HTTP/1.1\r\n" + to + "Content-Length: 4\r\nTransfer-Encoding: chunked"
                                    + END + "0" + END
                        },
                        new String[] {
                            "a chunk that is none",
                            "POST /scim/v2/Users HTTP/1.1\r\n" + to + "Transfer-Encoding: chunked" + END + "zz\r\n"
                        },
                        new String[] {
                            "an address of 20,000 letters",
                            "GET /scim/v2/Users?filter=" + "a".repeat(20_000) + " HTTP/1.1\r\n" + to + "\r\n"
                        },
                        new String[] {
                            "a header of 100,000 letters",
                            "GET /scim/v2/Users HTTP/1.1\r\n" + to + "X: " + "a".repeat(100_000) + END
                        },
                        new String[] {
                            "a NUL in the token",
                            "GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer \0"
                                    + END
                        })
                .map(probe -> DynamicTest.dynamicTest(probe[0], () -> {
                    String answer = raw(probe[1]);

                    assertThat(answer).doesNotContainPattern("^HTTP/1.1 (2|50[0-4])");
                    assertThat(answer).doesNotContainPattern("(?i)exception|\\tat |web-app|payara|glassfish|grizzly");
                    tenant.scim().get("/Users?count=0").expect(200);
                }));
    }

    @Test
    void readsNoCredentialsFromTwoHeaders() throws IOException {
        String begin = "GET /scim/v2/Users HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
        String right = "Authorization: Bearer " + tenant.token() + "\r\n";
        String wrong = "Authorization: Bearer ush_wrong\r\n";

        assertThat(raw(begin + right + wrong + "\r\n")).startsWith("HTTP/1.1 401");
        assertThat(raw(begin + wrong + right + "\r\n")).startsWith("HTTP/1.1 401");
        assertThat(raw(begin + right + right + "\r\n")).startsWith("HTTP/1.1 200");
    }

    @Test
    void refusesABodyThatIsAnnouncedTooLongWithoutWaitingForIt() throws IOException {
        for (String path : new String[] {"/scim/v2/Users", "/scim/v2/Bulk", "/scim/v2/Users/.search"}) {
            try (var socket = connect()) {
                socket.getOutputStream()
                        .write(("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer "
                                        + tenant.token() + "\r\nContent-Length: 99999999999" + END + "{")
                                .getBytes(ISO_8859_1));

                byte[] status = socket.getInputStream().readNBytes("HTTP/1.1 413".length());

                assertThat(new String(status, ISO_8859_1)).as(path).isEqualTo("HTTP/1.1 413");
            }
        }
    }

    @Test
    void believesNoForeignHost() throws IOException {
        String id = tenant.createUser("host@firm.example");

        String answer =
                raw("GET /scim/v2/Users/" + id + " HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\n"
                        + "Connection: close\r\nAuthorization: Bearer " + tenant.token() + END);

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("evil.example");
    }

    @Test
    void refusesABodyThatUnpacksToMuchMore() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1 << 16];
            for (int i = 0; i < 800; i++) {
                gzip.write(zeros);
            }
        }

        Answer answer = tenant.scim()
                .with("Content-Encoding", "gzip")
                .send("POST", "/Users", BodyPublishers.ofByteArray(packed.toByteArray()));

        assertThat(answer.status()).as(answer.toString()).isIn(400, 413);
        assertThat(answer.header("Content-Type")).startsWith("application/scim+json");
    }

    @Test
    void servesOthersWhileManyClientsAreSlow() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                Socket socket = connect();
                socket.getOutputStream()
                        .write(("POST /scim/v2/Users HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + tenant.token()
                                        + "\r\nContent-Length: 1000" + END + "{")
                                .getBytes(ISO_8859_1));
                slow.add(socket);
            }

            long start = System.nanoTime();
            Answer answer = tenant.scim().get("/Users?count=0");

            answer.expect(200);
            assertThat(System.nanoTime() - start).as("nanoseconds").isLessThan(5_000_000_000L);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
        assertThat(tenant.scim().get("/Users?count=0").expect(200).status()).isEqualTo(200);
    }

    @Test
    void bracesInAPathAreAnIdThatNobodyHas() throws IOException {
        for (String path : List.of("/Users/{id}", "/Users/{", "/Groups/{a}", "/Users/%7Bid%7D", "/{x}")) {
            String answer = raw("GET /scim/v2" + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Authorization: Bearer " + tenant.token() + END);

            assertThat(answer).as(path).startsWith("HTTP/1.1 404");
        }
    }

    private static String raw(String request) throws IOException {
        Socket socket = connect(); // where nobody listens, that is no answer
        try (socket) {
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (SocketException e) {
            return ""; // closing the connection on such a client is an answer too
        }
    }

    private static Socket connect() throws IOException {
        var base = UsherServer.http().base();
        var socket = new Socket(base.getHost(), base.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }
}
