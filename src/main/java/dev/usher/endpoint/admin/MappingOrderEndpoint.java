package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.assignment.MappingId;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The order in which mappings are asked: all their ids, first asked first. What is read is what is put. */
@Path("/tenants/{tenant}/mapping-order")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MappingOrderEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Mappings mappings;

    @GET
    @Operation(summary = "Shows the order and, as ETag, its version", answer = "MappingOrder")
    public Response read(@PathParam("tenant") String tenant) {
        return answer(mappings.current(current.reads(tenant).tenant()));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Saves the order whole",
            parameters = RequestParameter.NEEDED_IF_MATCH,
            request = "MappingOrder",
            answer = "MappingOrder")
    public Response save(@PathParam("tenant") String tenant, Body body, @Context HttpHeaders headers) {
        var caller = current.changes(tenant);
        long expected = Versions.demanded(headers);
        var ids = body.ids().stream().map(MappingId::new).toList();
        return answer(retried(() -> mappings.reorder(caller, version -> version == expected, ids)));
    }

    private static Response answer(MappingOrder order) {
        var ids = Json.createArrayBuilder();
        order.mappings().forEach(mapping -> ids.add(mapping.id().value().toString()));
        return Response.ok(ids.build()).tag(Versions.tag(order.version())).build();
    }
}
