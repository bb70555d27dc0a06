package dev.usher.endpoint.scim;

import jakarta.ws.rs.HttpMethod;
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
    private static final int NO_CONTENT = 204;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getMethod().equals(HttpMethod.OPTIONS) && response.hasEntity()) {
            // Servers put the list of methods into the body as well; it is no JSON.
            response.setEntity(null);
            response.setStatus(NO_CONTENT);
        } else if (response.hasEntity()) {
            Object chosen = request.getProperty(ScimTransport.ANSWER_TYPE);
            AnswerType type = chosen instanceof AnswerType asked ? asked : AnswerType.SCIM;
            response.setEntity(response.getEntity(), NONE, MediaType.valueOf(type.header()));
        }
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    }
}
