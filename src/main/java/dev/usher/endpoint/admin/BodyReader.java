package dev.usher.endpoint.admin;

import dev.usher.platform.Problem;
import dev.usher.platform.Settings;
import dev.usher.scim.resource.JsonLimits;
import dev.usher.scim.resource.JsonText;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads a body by the kernel's bounded reader; more bytes than the setting allows are 413.
 *
 * <p>It is no CDI bean: of a proxy, Jersey does not see the type that it reads, and takes JSON-B instead.
 */
@Provider
// JSON by name, else the server's own binding is nearer; the wildcard for what the endpoint took by another name.
@Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
public class BodyReader implements MessageBodyReader<Body> {
    private static final int DEPTH = 32;
    private static final int KEYS = 100_000;
    private static final int CHUNK = 8192;
    /** How far a body that is too long is read: a client that is cut off while it sends never sees the answer. */
    private static final long DRAINED = 16L << 20;

    private static final String MEMBER = "body";

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Body.class;
    }

    @Override
    public Body readFrom(
            Class<Body> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream entity)
            throws IOException {
        return read(entity);
    }

    /** The same for an endpoint that takes other bodies too. */
    static Body read(InputStream entity) throws IOException {
        byte[] wrapped = wrapped(entity);
        JsonObject object = JsonText.read(wrapped, new JsonLimits(wrapped.length, DEPTH, KEYS));
        JsonValue body = object.get(MEMBER);
        if (body == null || object.size() > 1) {
            throw Problem.invalid("The body is no JSON.");
        }
        return new Body(body);
    }

    /** The kernel reads objects, and some of our bodies are arrays: each is read as the one member of an object. */
    private static byte[] wrapped(InputStream entity) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(("{\"" + MEMBER + "\":").getBytes(StandardCharsets.US_ASCII));
        int start = bytes.size();
        byte[] chunk = new byte[CHUNK];
        int most = CDI.current().select(Settings.class).get().bodyMaxBytes();
        long total = 0;
        for (int count = entity.read(chunk); count >= 0 && total <= DRAINED; count = entity.read(chunk)) {
            total += count;
            if (total <= most) {
                bytes.write(chunk, 0, count);
            }
        }
        if (total > most) {
            throw new Problem(
                    413, "too-large", "The body is too large", "A body has at most " + most + " bytes.", Map.of());
        }
        if (bytes.size() == start) {
            throw Problem.invalid("A JSON body is needed.");
        }
        bytes.write('}');
        return bytes.toByteArray();
    }
}
