package dev.usher.endpoint.scim;

import dev.usher.people.ResourceSearch;
import dev.usher.people.ResultPage;
import dev.usher.people.StoredResource;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.message.ListMessage;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Searches over all resource types (RFC 7644 §3.4.2.1): users first, groups after them, in one walk by index. An
 * attribute that only one type has finds nothing of the other.
 */
@Path("/")
@RequestScoped
public class RootEndpoint {
    @Inject
    private Asked asked;

    @Inject
    private Renderer renderer;

    @Inject
    private Lists lists;

    @Inject
    private ResourceSearch search;

    /** Everything; what identity providers call to test a connection. */
    @GET
    public Response list() {
        return answer(asked.query());
    }

    /** The same, asked for in a body. */
    @POST
    @Path(".search")
    public Response search(InputStream body) {
        return answer(SearchRequest.read(asked.json(body)));
    }

    private Response answer(SearchRequest request) {
        if (request.byCursor()) {
            throw ScimException.invalidCursor("a search over all types walks by startIndex");
        }
        int start = request.startIndex().orElse(1);
        int count = search.count(request);
        var documents = new ArrayList<JsonObject>();
        var resources = new ArrayList<StoredResource>();
        var refused = new ArrayList<ScimException>();
        long total = 0;
        for (ResourceType type : ResourceType.values()) {
            int from = (int) Math.max(1, Math.min(Integer.MAX_VALUE, start - total));
            Optional<ResultPage> page = page(type, request, from, count - documents.size(), refused);
            if (page.isPresent()) {
                Projection projection = renderer.projection(type, request);
                List<JsonObject> found = lists.documents(page.get().resources(), projection);
                documents.addAll(found);
                resources.addAll(page.get().resources());
                total += page.get().total().orElseThrow();
            }
        }
        if (refused.size() == ResourceType.values().length) {
            throw refused.get(0);
        }
        JsonObject message = ListMessage.byIndex(total, start, documents);
        Projection groups = renderer.projection(ResourceType.GROUP, request);
        boolean members = Renderer.parts(ResourceType.GROUP, groups).members()
                && resources.stream().anyMatch(resource -> resource.type() == ResourceType.GROUP);
        return members ? Response.ok(lists.streamed(message, resources, groups)).build() : Answers.message(message);
    }

    private Optional<ResultPage> page(
            ResourceType type, SearchRequest request, int from, int count, List<ScimException> refused) {
        try {
            Projection projection = renderer.projection(type, request);
            return Optional.of(
                    search.page(renderer.caller(), type, request, from, count, Renderer.parts(type, projection)));
        } catch (ScimException e) {
            boolean unknownHere = e.scimType()
                    .filter(kind -> kind == ScimType.INVALID_FILTER || kind == ScimType.INVALID_PATH)
                    .isPresent();
            if (!unknownHere) {
                throw e;
            }
            // The other type may know the attribute; if none does, the first refusal is the answer.
            refused.add(e);
            return Optional.empty();
        }
    }
}
