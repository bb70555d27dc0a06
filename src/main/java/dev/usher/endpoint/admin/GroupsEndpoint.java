package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.people.GroupId;
import dev.usher.people.GroupList;
import dev.usher.people.GroupView;
import dev.usher.people.Groups;
import dev.usher.platform.Problem;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** A tenant's groups, to be read; identity providers change them. */
@Path("/tenants/{tenant}/groups")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class GroupsEndpoint {
    private static final String WHAT = "This group";

    @Inject
    private CurrentCaller current;

    @Inject
    private GroupList groups;

    @Inject
    private Groups memberships;

    @GET
    @Operation(
            summary = "Lists groups by name",
            parameters = RequestParameter.GROUP_QUERY,
            answer = "GroupHead",
            list = true)
    public JsonObject list(@PathParam("tenant") String tenant, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        String query = RequestParameter.GROUP_QUERY.of(uri).orElse("");
        var paging = Paging.of(uri);
        return paging.answer(
                groups.page(caller, query.strip(), paging.after(), paging.fetch()),
                GroupView::displayName,
                GroupsEndpoint::json);
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Shows a group without its members", answer = "GroupHead")
    public JsonObject read(@PathParam("tenant") String tenant, @PathParam("id") String id) {
        return json(found(current.reads(tenant), id));
    }

    @GET
    @Path("/{id}/members")
    @Operation(summary = "Lists a group's direct members", answer = "GroupMember", list = true)
    public JsonObject members(@PathParam("tenant") String tenant, @PathParam("id") String id, @Context UriInfo uri) {
        Caller caller = current.reads(tenant);
        GroupView group = found(caller, id);
        var paging = Paging.of(uri);
        return paging.answer(
                memberships.members(caller, group.id(), paging.afterId(), paging.fetch()),
                member -> member.id().toString(),
                member -> Json.createObjectBuilder()
                        .add("id", member.id().toString())
                        .add("group", member.group())
                        .add("display", member.display())
                        .build());
    }

    private GroupView found(Caller caller, String id) {
        return groups.find(caller, new GroupId(Body.pathId(id, WHAT))).orElseThrow(() -> Problem.notFound(WHAT));
    }

    private static JsonObject json(GroupView group) {
        return Json.createObjectBuilder()
                .add("id", group.id().value().toString())
                .add("displayName", group.displayName())
                .add("memberCount", group.members())
                .add("createdAt", group.created().toString())
                .add("modifiedAt", group.modified().toString())
                .build();
    }
}
