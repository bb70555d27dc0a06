package dev.usher.endpoint.admin;

import static dev.usher.platform.Contention.retried;

import dev.usher.assignment.Assignments;
import dev.usher.assignment.MappingId;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.mapping.AttributeCriteria;
import dev.usher.mapping.CriteriaJson;
import dev.usher.mapping.ExplanationJson;
import dev.usher.mapping.Mapping;
import dev.usher.mapping.MappingJson;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import dev.usher.mapping.OrderWarning;
import dev.usher.people.KnownMatches;
import dev.usher.platform.Problem;
import dev.usher.scim.JsonParts;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The mappings of a tenant; their criteria never change. */
@Path("/tenants/{tenant}/mappings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MappingsEndpoint {
    private static final String WHAT = "This mapping";

    @Inject
    private CurrentCaller current;

    @Inject
    private Mappings mappings;

    @Inject
    private Extensions extensions;

    @Inject
    private Assignments assignments;

    @Inject
    private KnownMatches matches;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a mapping, last in the order", request = "NewMapping", answer = "Mapping", status = 201)
    public Response create(@PathParam("tenant") String tenant, Body body, @Context UriInfo uri) {
        Caller caller = current.changes(tenant);
        body.only("name", "criteria", "assignment");
        SchemaRegistry registry = extensions.registry(caller);
        Mapping made = retried(() -> mappings.create(
                caller, CriteriaJson.read(registry, body.body("criteria").object()), MappingBody.whole(body)));
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(made.id().value().toString())
                        .build())
                .tag(Versions.tag(made.version()))
                .entity(whole(caller, made.id(), Map.of()))
                .build();
    }

    @GET
    @Operation(
            summary = "Lists the mappings in their order; the ETag is the order's",
            parameters = {RequestParameter.LIMIT, RequestParameter.CURSOR},
            answer = "MappingPage")
    public Response list(@PathParam("tenant") String name, @Context UriInfo uri) {
        Caller caller = current.reads(name);
        MappingOrder order = mappings.current(caller.tenant());
        var users = assignments.usersByMapping(caller.tenant());
        var paging = Paging.of(uri);
        int from = paging.afterPlace(order.mappings().size());
        List<Integer> places = IntStream.range(from, order.mappings().size())
                .limit(paging.fetch())
                .boxed()
                .toList();
        JsonObject page =
                paging.answer(places, place -> Integer.toString(place + 1), place -> view(order, place, users));
        var warnings = JsonParts.array();
        warnings(caller, order).map(ExplanationJson::of).forEach(warnings::add);
        return Response.ok(JsonParts.object(page).add("warnings", warnings).build())
                .tag(Versions.tag(order.version()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a mapping", answer = "Mapping")
    public Response read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        Caller caller = current.reads(tenant);
        return answer(whole(caller, id(id), assignments.usersByMapping(caller.tenant())));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes a mapping's name or assignment; its users stay as they are",
            parameters = RequestParameter.IF_MATCH,
            request = "MappingChange",
            answer = "Mapping")
    public Response change(
            @PathParam("tenant") String tenant, @PathParam("id") String id, Body body, @Context HttpHeaders headers) {
        Caller caller = current.changes(tenant);
        body.only("name", "assignment", "criteria");
        retried(() -> mappings.change(
                caller, id(id), Versions.admitted(headers), present -> MappingBody.changed(body, present)));
        return answer(whole(caller, id(id), assignments.usersByMapping(caller.tenant())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(
            summary = "Deletes a mapping; its users stay as they are",
            parameters = RequestParameter.IF_MATCH,
            status = 204)
    public void delete(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context HttpHeaders headers) {
        retried(() -> mappings.delete(current.changes(tenant), id(id), Versions.admitted(headers)));
    }

    /** One mapping with its place in the order and the warnings about it. */
    private JsonObject whole(Caller caller, MappingId id, Map<MappingId, Long> users) {
        MappingOrder order = mappings.current(caller.tenant());
        int place = IntStream.range(0, order.mappings().size())
                .filter(i -> order.mappings().get(i).id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound(WHAT));
        var warnings = JsonParts.array();
        warnings(caller, order)
                .filter(warning -> warning.mapping().filter(id::equals).isPresent())
                .map(ExplanationJson::of)
                .forEach(warnings::add);
        return JsonParts.object(view(order, place, users))
                .add("warnings", warnings)
                .build();
    }

    private Stream<OrderWarning> warnings(Caller caller, MappingOrder order) {
        SchemaRegistry registry = extensions.registry(caller);
        Set<String> missing =
                matches.missing(caller, criteria(order).map(Map.Entry::getValue).toList());
        return Stream.of(
                        OrderWarning.of(order).stream(),
                        order.mappings().stream().flatMap(mapping -> OrderWarning.unseen(registry, mapping).stream()),
                        criteria(order)
                                .filter(entry ->
                                        missing.contains(entry.getValue().path()))
                                .map(entry -> OrderWarning.neverArrived(entry.getKey(), entry.getValue())))
                .flatMap(Function.identity());
    }

    private static Stream<Map.Entry<Mapping, AttributeCriteria>> criteria(MappingOrder order) {
        return order.mappings().stream()
                .filter(mapping -> mapping.criteria() instanceof AttributeCriteria)
                .map(mapping -> Map.entry(mapping, (AttributeCriteria) mapping.criteria()));
    }

    private static JsonObject view(MappingOrder order, int place, Map<MappingId, Long> users) {
        Mapping mapping = order.mappings().get(place);
        return JsonParts.object(MappingJson.of(mapping))
                .add("place", place + 1)
                .add("users", users.getOrDefault(mapping.id(), 0L))
                .add("createdAt", mapping.createdAt().toString())
                .add("version", mapping.version())
                .build();
    }

    private static Response answer(JsonObject mapping) {
        return Response.ok(mapping)
                .tag(Versions.tag(mapping.getJsonNumber("version").longValue()))
                .build();
    }

    private static MappingId id(String text) {
        return new MappingId(Body.pathId(text, WHAT));
    }
}
