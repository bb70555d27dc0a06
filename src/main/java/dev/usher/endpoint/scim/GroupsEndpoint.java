package dev.usher.endpoint.scim;

import dev.usher.people.Change;
import dev.usher.people.GroupId;
import dev.usher.people.Groups;
import dev.usher.people.Member;
import dev.usher.people.Parts;
import dev.usher.people.Provisioning;
import dev.usher.people.StoredResource;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** {@code /Groups} (RFC 7644 §3). */
@Path("Groups")
@ApplicationScoped
public class GroupsEndpoint {
    private static final ResourceType TYPE = ResourceType.GROUP;

    @Inject
    private Asked asked;

    @Inject
    private Renderer renderer;

    @Inject
    private Lists lists;

    @Inject
    private Groups groups;

    @Inject
    private Provisioning provisioning;

    /** The list. */
    @GET
    public Response list() {
        return lists.answer(TYPE, asked.query());
    }

    /** The list, asked for in a body that no log keeps. */
    @POST
    @Path(".search")
    public Response search(InputStream body) {
        return lists.answer(TYPE, SearchRequest.read(asked.json(body)));
    }

    /** One group. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        Projection projection = renderer.projection(TYPE, asked.query());
        StoredResource group = groups.find(renderer.caller(), GroupId.parse(id), Renderer.parts(TYPE, projection))
                .orElseThrow(() -> ScimException.notFound("there is no group '" + ScimException.shorten(id) + "'"));
        return asked.wants(group.version()) ? shown(group, projection) : Answers.notModified(renderer.meta(group));
    }

    /** A new group. */
    @POST
    public Response create(InputStream body) {
        Projection projection = renderer.projection(TYPE, asked.query());
        Change change = provisioning.createGroup(renderer.caller(), incoming("", body), Parts.NONE);
        return Answers.created(renderer.meta(change.resource()), document(change.resource(), projection));
    }

    /** The whole group anew. */
    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String id, InputStream body) {
        Projection projection = renderer.projection(TYPE, asked.query());
        Change change = provisioning.replaceGroup(
                renderer.caller(), GroupId.parse(id), incoming(id, body), asked.ofWrite(), Parts.NONE);
        return shown(change.resource(), projection);
    }

    /** Some of the group anew; the answer shows it only if attributes were asked for, since a group may be huge. */
    @PATCH
    @Path("{id}")
    public Response patch(@PathParam("id") String id, InputStream body) {
        Projection projection = renderer.projection(TYPE, asked.query());
        PatchRequest request = PatchRequest.read(asked.json(body));
        Change change =
                provisioning.patchGroup(renderer.caller(), GroupId.parse(id), request, asked.ofWrite(), Parts.NONE);
        return projection.explicit()
                ? shown(change.resource(), projection)
                : Answers.changed(renderer.meta(change.resource()));
    }

    /** No group any more. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        provisioning.deleteGroup(renderer.caller(), GroupId.parse(id), asked.ofWrite());
        return Response.noContent().build();
    }

    private Response shown(StoredResource group, Projection projection) {
        return Answers.resource(renderer.meta(group), document(group, projection));
    }

    /** All of the group; many members are read and written one after another. */
    private Object document(StoredResource group, Projection projection) {
        List<Member> first = first(group, projection);
        return first.size() < Groups.MOST_MEMBERS
                ? renderer.document(group, projection, first)
                : lists.streamed(group, projection);
    }

    private List<Member> first(StoredResource group, Projection projection) {
        return Renderer.parts(TYPE, projection).members()
                ? groups.members(renderer.caller(), new GroupId(group.id()), Optional.empty(), Groups.MOST_MEMBERS)
                : List.of();
    }

    private Incoming incoming(String id, InputStream body) {
        return asked.resource(renderer.registry(), TYPE, id, body);
    }
}
