package dev.usher.endpoint.scim;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.Discovery;
import dev.usher.scim.message.ListMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /Schemas} (RFC 7643 §7). */
@Path("Schemas")
@ApplicationScoped
public class SchemasEndpoint {
    @Inject
    private DiscoveryGate gate;

    @Inject
    private Locations locations;

    /** All of them. */
    @GET
    public Response list() {
        gate.check();
        return Answers.message(ListMessage.whole(schemas()));
    }

    /** One, by its URN in any case. */
    @GET
    @Path("{urn}")
    public Response get(@PathParam("urn") String urn) {
        gate.check();
        return schemas().stream()
                .filter(schema -> schema.getString("id").equalsIgnoreCase(urn))
                .findFirst()
                .map(Answers::message)
                .orElseThrow(() -> ScimException.notFound("there is no schema '" + ScimException.shorten(urn) + "'"));
    }

    private List<JsonObject> schemas() {
        return Discovery.schemas(gate.registry(), locations.base());
    }
}
