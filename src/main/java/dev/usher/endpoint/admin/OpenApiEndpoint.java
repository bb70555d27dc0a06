package dev.usher.endpoint.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The admin API's own description; it holds no data, so nobody is asked for credentials. */
@Path("/openapi")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiEndpoint {
    /** Made at the first request, from the classes that answer. */
    private static final class Document {
        private static final JsonObject JSON = OpenApi.of(AdminApplication.ENDPOINTS);

        private Document() {}
    }

    @GET
    @Operation(summary = "Shows this document", answer = "OpenApi")
    public JsonObject read() {
        return Document.JSON;
    }
}
