package dev.usher.scim.resource;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;

/**
 * JSON text from outside into values and back. Stricter than the provider: bytes, depth, keys, numbers are bounded,
 * duplicate keys, broken UTF-8 and lone surrogates are 400 {@code invalidSyntax}; a byte order mark is forgiven.
 */
public final class JsonText {
    private JsonText() {}

    /** The object in these bytes. */
    public static JsonObject read(byte[] bytes, JsonLimits limits) {
        throw new IllegalStateException();
    }

    /** The object in this stream, read to its end but never further than the limit; 413 beyond it. */
    public static JsonObject read(InputStream stream, JsonLimits limits) throws IOException {
        throw new IllegalStateException();
    }

    /** The object in text that Usher itself wrote: no limits. */
    public static JsonObject trusted(String text) {
        throw new IllegalStateException();
    }

    /** The shortest text of a value. */
    public static String write(JsonObject object) {
        return object.toString();
    }
}
