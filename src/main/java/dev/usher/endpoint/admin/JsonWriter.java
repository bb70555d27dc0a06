package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.ProblemJson;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes JSON values the same on every server, whatever JSON libraries it has. */
@Provider
@Produces({MediaType.APPLICATION_JSON, ProblemJson.MEDIA_TYPE, MediaType.WILDCARD})
public class JsonWriter implements MessageBodyWriter<JsonValue> {
    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return JsonValue.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            JsonValue json,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
