package dev.usher.platform;

import static java.util.Objects.requireNonNull;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A credential that Usher makes and somebody else carries: a prefix that says what it opens, 256 random bits in base62,
 * and six characters of CRC-32 over both. So scanners find a leaked one, and a mistyped one is known without the
 * database. Only {@link #sha256} is ever stored; 256 random bits need no slow hash.
 */
public final class BearerSecret {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BYTES = 32;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final int HINT_DIGITS = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String prefix;
    private final String text;

    private BearerSecret(String prefix, String text) {
        this.prefix = prefix;
        this.text = text;
    }

    /** A new one; {@code prefix} ends in an underscore. */
    public static BearerSecret create(String prefix) {
        byte[] random = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(random);
        String body = prefix + base62(new BigInteger(1, random), RANDOM_DIGITS);
        return new BearerSecret(prefix, body + check(body));
    }

    /** What somebody showed; empty when it has another form, or was mistyped. */
    public static Optional<BearerSecret> parse(String prefix, String text) {
        requireNonNull(text, "text");
        if (text.length() != prefix.length() + RANDOM_DIGITS + CHECK_DIGITS || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        String body = text.substring(0, text.length() - CHECK_DIGITS);
        return text.substring(body.length()).equals(check(body))
                ? Optional.of(new BearerSecret(prefix, text))
                : Optional.empty();
    }

    /** The credential itself, for the one answer that shows it. */
    public String reveal() {
        return text;
    }

    /** The first characters, by which people tell their credentials apart; they give nothing away. */
    public String hint() {
        return text.substring(0, prefix.length() + HINT_DIGITS);
    }

    /** What is stored and looked up. */
    public byte[] sha256() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return prefix + "***";
    }

    private static String check(String body) {
        var crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.UTF_8));
        return base62(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String base62(BigInteger number, int digits) {
        char[] text = new char[digits];
        BigInteger rest = number;
        for (int i = digits - 1; i >= 0; i--) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            text[i] = DIGITS.charAt(parts[1].intValue());
            rest = parts[0];
        }
        return new String(text);
    }
}
