package dev.usher.endpoint.scim;

import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.Discovery;
import dev.usher.scim.message.ListMessage;
import dev.usher.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** {@code /ResourceTypes} (RFC 7643 §6). */
@Path("ResourceTypes")
@ApplicationScoped
public class ResourceTypesEndpoint {
    @Inject
    private DiscoveryGate gate;

    @Inject
    private Locations locations;

    /** All of them. */
    @GET
    public Response list() {
        gate.check();
        return Answers.message(ListMessage.whole(Discovery.resourceTypes(gate.registry(), locations.base())));
    }

    /** One, by its name in any case. */
    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name) {
        gate.check();
        return Arrays.stream(ResourceType.values())
                .filter(type -> type.id().equalsIgnoreCase(name))
                .findFirst()
                .map(type -> Answers.message(Discovery.resourceType(gate.registry(), type, locations.base())))
                .orElseThrow(() ->
                        ScimException.notFound("there is no resource type '" + ScimException.shorten(name) + "'"));
    }
}
