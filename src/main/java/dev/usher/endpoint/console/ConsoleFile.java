package dev.usher.endpoint.console;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * One of the console's files, ready to be sent: as it is and, where that is smaller, compressed. The tag is of the
 * content, so that every node and every start gives the same.
 */
final class ConsoleFile {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=UTF-8",
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml",
            "LICENSE", "text/plain;charset=UTF-8");
    private static final int TAG_BYTES = 12;

    private final String type;
    private final String tag;
    private final byte[] plain;
    private final byte[] compressed;

    private ConsoleFile(String type, String tag, byte[] plain, byte[] compressed) {
        this.type = requireNonNull(type, "type");
        this.tag = requireNonNull(tag, "tag");
        this.plain = plain;
        this.compressed = compressed;
    }

    /** The content type by the name's end; empty for what the console has no files of. */
    static Optional<String> type(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
    }

    static ConsoleFile of(String type, byte[] content) {
        return new ConsoleFile(type, digest(content), content, gzip(content));
    }

    String type() {
        return type;
    }

    /** Two codings are two representations, and have two tags (RFC 9110 §8.8.3). */
    String tag(boolean gzip) {
        return gzip ? '"' + tag + "-gzip\"" : '"' + tag + '"';
    }

    boolean compresses() {
        return compressed.length < plain.length;
    }

    /** The bytes to send; not to be changed. */
    byte[] bytes(boolean gzip) {
        return gzip ? compressed : plain;
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] gzip(byte[] content) {
        var bytes = new ByteArrayOutputStream(content.length);
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
