package dev.usher.administrator.oidc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.usher.platform.SecretBox;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * One attempt to sign in, from leaving for the provider to coming back. The browser carries it sealed, so that any node can
 * finish what another began. {@code to} is where the administrator wanted to go.
 */
public record Attempt(String state, String nonce, String verifier, String to, Instant until) {
    /** So long may somebody take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String CONTEXT = "oidc-attempt";
    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    public Attempt {
        requireNonNull(state, "state");
        requireNonNull(nonce, "nonce");
        requireNonNull(verifier, "verifier");
        requireNonNull(to, "to");
        requireNonNull(until, "until");
    }

    /** A new one. */
    public static Attempt begin(String to, Instant now) {
        return new Attempt(random(), random(), random(), to, now.plus(PATIENCE));
    }

    /** The challenge of PKCE, method S256 (RFC 7636 §4.2). */
    public String challenge() {
        try {
            return base64(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** For the browser's cookie. */
    public String sealed(SecretBox box) {
        String json = Json.createObjectBuilder()
                .add("state", state)
                .add("nonce", nonce)
                .add("verifier", verifier)
                .add("to", to)
                .add("until", until.toString())
                .build()
                .toString();
        return base64(box.seal(CONTEXT, json.getBytes(UTF_8)));
    }

    /** What {@link #sealed} gave, if it is for this {@code state} and not too old. */
    public static Optional<Attempt> open(SecretBox box, String sealed, String state, Instant now) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // nothing of ours
        }
        return box.open(CONTEXT, bytes)
                .map(Attempt::read)
                .filter(attempt -> same(attempt.state(), state) && now.isBefore(attempt.until()));
    }

    private static Attempt read(byte[] json) {
        try (var reader = Json.createReader(new StringReader(new String(json, UTF_8)))) {
            JsonObject read = reader.readObject();
            return new Attempt(
                    read.getString("state"),
                    read.getString("nonce"),
                    read.getString("verifier"),
                    read.getString("to"),
                    Instant.parse(read.getString("until")));
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return base64(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Never its secrets. */
    @Override
    public String toString() {
        return "Attempt[until " + until + "]";
    }
}
