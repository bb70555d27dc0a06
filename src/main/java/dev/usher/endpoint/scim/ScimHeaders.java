package dev.usher.endpoint.scim;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;

/** The headers of every SCIM answer: its media type, no storing of people's data on the way, no guessing of types. */
@Provider
public class ScimHeaders implements ContainerResponseFilter {
    private static final Annotation[] NONE = {};

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.hasEntity()) {
            Object chosen = request.getProperty(ScimTransport.ANSWER_TYPE);
            AnswerType type = chosen instanceof AnswerType asked ? asked : AnswerType.SCIM;
            response.setEntity(response.getEntity(), NONE, MediaType.valueOf(type.header()));
        }
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
