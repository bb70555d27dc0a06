package dev.usher.scim.resource;

import dev.usher.scim.JsonParts;
import dev.usher.scim.error.ScimException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * JSON text from outside into values and back. Stricter than the provider: bytes, depth, keys, numbers are bounded,
 * duplicate keys, broken UTF-8 and lone surrogates are 400 {@code invalidSyntax}; a byte order mark is forgiven.
 */
public final class JsonText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private JsonText() {}

    /** The object in these bytes. */
    public static JsonObject read(byte[] bytes, JsonLimits limits) {
        if (bytes.length > limits.bytes()) {
            throw tooLarge(limits);
        }
        try {
            CharBuffer text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            boolean marked = text.hasRemaining() && text.get(0) == BYTE_ORDER_MARK;
            return read(marked ? text.subSequence(1, text.length()).toString() : text.toString(), limits);
        } catch (CharacterCodingException broken) {
            throw ScimException.invalidSyntax("the body is not UTF-8", broken);
        }
    }

    /** The object in this stream, read to its end but never further than the limit; 413 beyond it. */
    public static JsonObject read(InputStream stream, JsonLimits limits) throws IOException {
        int most = (int) Math.min(Integer.MAX_VALUE - 16, limits.bytes());
        return read(stream.readNBytes(most + 1), limits);
    }

    /** The object in text, which has the same limits except the bytes: a JSON text inside a JSON string, for example. */
    public static JsonObject read(String text, JsonLimits limits) {
        return new BoundedJson(limits, text.contains("\\u")).object(text);
    }

    /** The object in text that Usher itself wrote: no limits. */
    public static JsonObject trusted(String text) {
        try (JsonReader reader = JsonParts.readers().createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The shortest text of a value. */
    public static String write(JsonObject object) {
        return object.toString();
    }

    private static ScimException tooLarge(JsonLimits limits) {
        return ScimException.payloadTooLarge("the body is larger than " + limits.bytes() + " bytes");
    }
}
