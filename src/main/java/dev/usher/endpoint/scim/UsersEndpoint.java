package dev.usher.endpoint.scim;

import dev.usher.people.Change;
import dev.usher.people.Parts;
import dev.usher.people.Precondition;
import dev.usher.people.Provisioning;
import dev.usher.people.StoredResource;
import dev.usher.people.UserId;
import dev.usher.people.Users;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.patch.PatchRequest;
import dev.usher.scim.resource.Incoming;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.resource.ResourceMeta;
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

/** {@code /Users} (RFC 7644 §3). */
@Path("Users")
@ApplicationScoped
public class UsersEndpoint {
    private static final ResourceType TYPE = ResourceType.USER;

    @Inject
    private Asked asked;

    @Inject
    private Renderer renderer;

    @Inject
    private Lists lists;

    @Inject
    private Users users;

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

    /** One user. */
    @GET
    @Path("{id}")
    public Response get(@PathParam("id") String id) {
        Projection projection = renderer.projection(TYPE, asked.query());
        StoredResource user = users.find(renderer.caller(), UserId.parse(id), Renderer.parts(TYPE, projection))
                .orElseThrow(() -> ScimException.notFound("there is no user '" + ScimException.shorten(id) + "'"));
        ResourceMeta meta = renderer.meta(user);
        return asked.wants(user.version())
                ? Answers.resource(meta, renderer.document(user, projection))
                : Answers.notModified(meta);
    }

    /** A new user, or one that comes back. */
    @POST
    public Response create(InputStream body) {
        Projection projection = renderer.projection(TYPE, asked.query());
        Change change =
                provisioning.createUser(renderer.caller(), incoming("", body), Renderer.parts(TYPE, projection));
        return Answers.created(renderer.meta(change.resource()), renderer.document(change.resource(), projection));
    }

    /** The whole user anew. */
    @PUT
    @Path("{id}")
    public Response replace(@PathParam("id") String id, InputStream body) {
        Projection projection = renderer.projection(TYPE, asked.query());
        Parts parts = Renderer.parts(TYPE, projection);
        Change change = provisioning.replaceUser(
                renderer.caller(), UserId.parse(id), incoming(id, body), asked.ofWrite(), parts);
        return Answers.resource(renderer.meta(change.resource()), renderer.document(change.resource(), projection));
    }

    /** Some of the user anew; the answer shows the result. */
    @PATCH
    @Path("{id}")
    public Response patch(@PathParam("id") String id, InputStream body) {
        Projection projection = renderer.projection(TYPE, asked.query());
        PatchRequest request = PatchRequest.read(asked.json(body));
        Precondition precondition = asked.ofWrite();
        Change change = provisioning.patchUser(
                renderer.caller(), UserId.parse(id), request, precondition, Renderer.parts(TYPE, projection));
        return Answers.resource(renderer.meta(change.resource()), renderer.document(change.resource(), projection));
    }

    /** No user any more, as far as SCIM sees. */
    @DELETE
    @Path("{id}")
    public Response delete(@PathParam("id") String id) {
        provisioning.deleteUser(renderer.caller(), UserId.parse(id), asked.ofWrite());
        return Response.noContent().build();
    }

    private Incoming incoming(String id, InputStream body) {
        return asked.resource(renderer.registry(), TYPE, id, body);
    }
}
