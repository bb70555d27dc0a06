package dev.usher.administrator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/** A name as it is compared: NFC, without case, as bytes that no collation touches. */
record AdministratorName(String text) {
    private static final int LONGEST = 400;

    static AdministratorName key(String name) {
        return new AdministratorName(
                Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
    }

    /** As the unique column holds it; what would not fit can be nobody's name, and is told apart by its hash. */
    byte[] bytes() {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= LONGEST) {
            return bytes;
        }
        try {
            byte[] shortened = Arrays.copyOf(bytes, LONGEST);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            System.arraycopy(hash, 0, shortened, LONGEST - hash.length, hash.length);
            return shortened;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
