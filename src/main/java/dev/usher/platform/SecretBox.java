package dev.usher.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps secrets that must be read back: AES-256-GCM under {@code USHER_SECRET_KEY}, or with the embedded database under
 * a key in a file of the data folder that only its owner may read. <b>Shape:</b> the context (column and row, say) is
 * authenticated with the secret: what is moved to another place does not open there. <b>Threads:</b> safe.
 */
@ApplicationScoped
public class SecretBox {
    /** In the data folder. */
    static final String KEY_FILE = "secret-key";

    private static final Logger LOG = System.getLogger(SecretBox.class.getName());
    private static final String MAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final Settings settings;

    /** For the container. */
    protected SecretBox() {
        this(Settings.with(Map.of()));
    }

    /** A box under the key of these settings. */
    @Inject
    public SecretBox(Settings settings) {
        this.settings = settings;
    }

    /**
     * Sees to it at the start that there is a key, and makes the file where it is missing: a backup that was made before
     * the first secret has it too. <b>Errors:</b> {@link IllegalStateException} where there can be none, or it is no key.
     */
    public void prepare() {
        key();
    }

    /** The secret, readable only here and in this context. */
    public byte[] seal(String context, byte[] secret) {
        return seal(key(), context.getBytes(UTF_8), secret);
    }

    /** The secret again; empty where it was not sealed here, or for another context. */
    public Optional<byte[]> open(String context, byte[] sealed) {
        return open(key(), context.getBytes(UTF_8), sealed);
    }

    /** A code (HMAC-SHA256) that proves the message was here, for that purpose alone; 32 bytes. */
    public byte[] authenticate(String purpose, byte[] message) {
        // A key of its own for each purpose, so that no code and no ciphertext is ever of use elsewhere.
        return mac(mac(key(), purpose.getBytes(UTF_8)), message);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }

    /** A fresh key for other uses. */
    public byte[] newKey() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    /** The same under a key of the caller's own: nonce, then what AES-GCM gives. */
    public byte[] seal(byte[] key, byte[] context, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(secret);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES in GCM", e);
        }
    }

    /** What was sealed under the caller's own key; empty where it does not open. */
    public Optional<byte[]> open(byte[] key, byte[] context, byte[] sealed) {
        if (sealed.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            // Altered, cut, of another key or context: callers only need to know that it does not open.
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }

    private byte[] key() {
        return settings.secretKey()
                .map(secret -> decoded("USHER_SECRET_KEY", secret.reveal()))
                .orElseGet(this::keyOfFile);
    }

    private static byte[] decoded(String where, String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException e) {
            key = new byte[0]; // what it held must not be in the message, so the cause is not either
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException(
                    where + " is not " + KEY_BYTES + " bytes in base64; put back the key of before,"
                            + " which a backup has, or have a new one where there never was any");
        }
        return key;
    }

    private synchronized byte[] keyOfFile() {
        if (!settings.dbEmbedded()) {
            throw new IllegalStateException(
                    "USHER_SECRET_KEY is needed with a database server: 32 random bytes in base64,"
                            + " the same on every node");
        }
        Path file = settings.dataDir().resolve(KEY_FILE);
        try {
            if (Files.notExists(file)) {
                create(settings.dataDir(), newKey());
            }
            return decoded(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the key in the data folder cannot be read", e);
        }
    }

    /** Over nobody's key: renaming would replace the one of another process that was a little quicker. */
    private static void link(Path whole, Path file) throws IOException {
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException e) {
            LOG.log(Level.DEBUG, "another process made the key", e);
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.log(Level.DEBUG, "no links here", e);
            Files.move(whole, file);
        }
    }

    /** All of it or nothing, whatever comes between: a file of half a key would stop every later start. */
    private static synchronized void create(Path folder, byte[] key) throws IOException {
        Path file = folder.resolve(KEY_FILE);
        if (Files.exists(file)) {
            return; // another thread made it a moment ago, and its key is the one
        }
        DataFolder.make(folder);
        Path whole = folder.resolve(KEY_FILE + "." + UUID.randomUUID());
        try {
            DataFolder.makeFile(whole);
            Files.writeString(whole, Base64.getEncoder().encodeToString(key));
            DataFolder.force(whole);
            link(whole, file);
            DataFolder.force(folder);
        } finally {
            Files.deleteIfExists(whole);
        }
    }
}
