package dev.usher.administrator;

import dev.usher.platform.Problem;
import dev.usher.platform.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Passwords as stored: {@code pbkdf2-sha512:iterations:salt:hash}. Slow on purpose, so those whom nobody knows yet pass a
 * gate first. Passwords compare in NFC, so that the same keys typed on two systems are the same password.
 */
final class Password {
    /** The cost that OWASP asks of PBKDF2-HMAC-SHA512. */
    static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 512;
    private static final int SHORTEST = 8;
    private static final int LONGEST = 256;
    private static final int GENERATED_BYTES = 15;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Password() {}

    /** 400 for a new password that is too short to be one, or too long to be worth hashing. */
    static void check(Secret password) {
        int length = password.reveal().length();
        if (length < SHORTEST || length > LONGEST || password.reveal().isBlank()) {
            throw Problem.invalid("A password has " + SHORTEST + " to " + LONGEST + " characters.");
        }
    }

    /** 120 random bits in letters that a terminal copies whole. */
    static Secret generate() {
        byte[] bytes = new byte[GENERATED_BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static String hash(Secret password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        var base64 = Base64.getEncoder().withoutPadding();
        return SCHEME + ":" + ITERATIONS + ":" + base64.encodeToString(salt) + ":"
                + base64.encodeToString(derive(password, salt, ITERATIONS));
    }

    static boolean matches(Secret password, String stored) {
        String[] parts = stored.split(":", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            return false;
        }
        var base64 = Base64.getDecoder();
        byte[] shown = derive(password, base64.decode(parts[2]), Integer.parseInt(parts[1]));
        return MessageDigest.isEqual(shown, base64.decode(parts[3]));
    }

    private static byte[] derive(Secret password, byte[] salt, int iterations) {
        char[] text =
                Normalizer.normalize(password.reveal(), Normalizer.Form.NFC).toCharArray();
        try {
            return SecretKeyFactory.getInstance(ALGORITHM)
                    .generateSecret(new PBEKeySpec(text, salt, iterations, HASH_BITS))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
