package dev.usher.endpoint.scim;

import dev.usher.platform.Settings;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.resource.JsonLimits;
import dev.usher.scim.resource.JsonText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a body as one JSON object within the limits. A Content-Length beyond them is refused unread, so that nobody waits
 * for what would be refused anyway; otherwise it counts bytes itself, whatever the Content-Length says.
 */
@ApplicationScoped
public class Bodies {
    private static final Pattern CHARSET =
            Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:-]+)", Pattern.CASE_INSENSITIVE);

    @Inject
    private Settings settings;

    /** The object in this stream. Errors: 413, 400 {@code invalidSyntax}. */
    JsonObject read(InputStream stream, long declared, String contentType) {
        requireLength(declared, settings.bodyMaxBytes());
        return read(stream, contentType, settings.bodyMaxBytes(), JsonLimits.RESOURCE);
    }

    /** The same for a bulk request, which may be longer. */
    JsonObject readBulk(InputStream stream, long declared, String contentType) {
        requireLength(declared, settings.bulkMaxBytes());
        return read(stream, contentType, settings.bulkMaxBytes(), JsonLimits.BULK);
    }

    private static void requireLength(long bytes, int most) {
        if (bytes > most) {
            throw ScimException.payloadTooLarge("the body is longer than " + most + " bytes");
        }
    }

    private static JsonObject read(InputStream stream, String contentType, int most, JsonLimits shape) {
        byte[] bytes;
        try {
            bytes = stream.readNBytes(most + 1);
        } catch (IOException e) {
            throw ScimException.invalidSyntax("the body cannot be read to its end", e);
        }
        requireLength(bytes.length, most);
        if (bytes.length == 0) {
            throw ScimException.invalidSyntax("the body is empty; a JSON object is needed");
        }
        return JsonText.read(utf8(bytes, contentType), shape.within(most));
    }

    /** JSON is UTF-8; only a client that declares another charset and is not UTF-8 after all is taken by its word. */
    private static byte[] utf8(byte[] bytes, String contentType) {
        Optional<Charset> declared = charset(contentType);
        if (declared.isEmpty() || declared.get().equals(StandardCharsets.UTF_8)) {
            return bytes;
        }
        boolean wide = declared.get().name().startsWith("UTF-16")
                || declared.get().name().startsWith("UTF-32");
        return !wide && isUtf8(bytes) ? bytes : new String(bytes, declared.get()).getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            // Then the declared charset is the better guess.
            return false;
        }
    }

    private static Optional<Charset> charset(String contentType) {
        Matcher found = CHARSET.matcher(contentType);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(found.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // An unknown name says nothing; UTF-8 is what JSON is.
            return Optional.empty();
        }
    }
}
