package dev.usher.endpoint.scim;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;

/** The headers of every SCIM answer: its media type, no storing of people's data on the way, no guessing of types. */
@Provider
public class ScimHeaders implements ContainerResponseFilter {
    private static final Annotation[] NONE = {};
    private static final int NO_CONTENT = 204;

    /** The request property that says that nobody will see the body. */
    static final String HEAD = "dev.usher.endpoint.scim.head";

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (request.getMethod().equals(HttpMethod.OPTIONS) && response.hasEntity()) {
            // Servers put the list of methods into the body as well; it is no JSON.
            response.setEntity(null);
            response.setStatus(NO_CONTENT);
        } else if (response.hasEntity()) {
            Object chosen = request.getProperty(ScimTransport.ANSWER_TYPE);
            AnswerType type = chosen instanceof AnswerType asked ? asked : AnswerType.SCIM;
            response.setEntity(response.getEntity(), NONE, MediaType.valueOf(type.header()));
        }
        if (request.getMethod().equals(HttpMethod.HEAD) && response.hasEntity()) {
            request.setProperty(HEAD, true);
            response.getHeaders().putSingle(HttpHeaders.CONTENT_LENGTH, length(response.getEntity()));
        }
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }

    /** Servers say 0 for what they do not hold whole; RFC 9110 §8.6 wants the length that GET would have, or none. */
    private static long length(Object entity) throws IOException {
        if (entity instanceof byte[] bytes) {
            return bytes.length;
        }
        var counted = new CountedBytes();
        ((StreamingOutput) entity).write(counted);
        return counted.bytes;
    }

    /** Takes everything and keeps the number. */
    private static final class CountedBytes extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] some, int from, int length) {
            bytes += length;
        }
    }
}
