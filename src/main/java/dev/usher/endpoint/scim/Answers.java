package dev.usher.endpoint.scim;

import dev.usher.scim.resource.ResourceMeta;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The successful answers. Their media type is set where all answers leave. */
final class Answers {
    private static final int OK = 200;
    private static final int CREATED = 201;

    private Answers() {}

    /** 200 with a message that is no resource. */
    static Response message(JsonObject message) {
        return Response.ok(bytes(message)).build();
    }

    /** 200 with a resource, or whatever writes it. */
    static Response resource(ResourceMeta meta, Object document) {
        return with(OK, meta, document).build();
    }

    /** 201 with a resource that is new, or back again, or whatever writes it. */
    static Response created(ResourceMeta meta, Object document) {
        return with(CREATED, meta, document).build();
    }

    /** 304: what the client has is what there is. */
    static Response notModified(ResourceMeta meta) {
        return Response.notModified().header(HttpHeaders.ETAG, meta.etag()).build();
    }

    /** 204, with the version that was made. */
    static Response changed(ResourceMeta meta) {
        return Response.noContent().header(HttpHeaders.ETAG, meta.etag()).build();
    }

    private static Response.ResponseBuilder with(int status, ResourceMeta meta, Object document) {
        URI location = URI.create(meta.location());
        return Response.status(status)
                .header(HttpHeaders.ETAG, meta.etag())
                .location(location)
                .contentLocation(location)
                .entity(document instanceof JsonObject object ? bytes(object) : document);
    }

    /** UTF-8, as all JSON. */
    static byte[] bytes(JsonObject object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }
}
