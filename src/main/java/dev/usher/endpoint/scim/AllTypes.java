package dev.usher.endpoint.scim;

import dev.usher.people.ResourceSearch;
import dev.usher.people.ResultPage;
import dev.usher.people.StoredResource;
import dev.usher.scim.message.ListMessage;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One page over all resource types (RFC 7644 §3.4.2.1): in one order where it is sorted, else users first. Not for sharing
 * between threads.
 */
final class AllTypes {
    private final Renderer renderer;
    private final Lists lists;
    private final ResourceSearch search;
    private final SearchRequest request;
    private final Map<ResourceType, Projection> projections = new EnumMap<>(ResourceType.class);

    AllTypes(Renderer renderer, Lists lists, ResourceSearch search, SearchRequest request) {
        this.renderer = renderer;
        this.lists = lists;
        this.search = search;
        this.request = request;
    }

    Response page() {
        ResultPage page = search.searchAll(renderer.caller(), request, type -> Renderer.parts(type, projection(type)));
        List<JsonObject> documents = page.resources().stream()
                .map(resource -> renderer.document(resource, projection(resource.type())))
                .toList();
        JsonObject message = request.byCursor()
                ? ListMessage.byCursor(
                        page.total(), documents, page.nextCursor().orElse(""), "")
                : ListMessage.byIndex(page.total().orElseThrow(), page.startIndex(), documents);
        return answer(message, page.resources());
    }

    private Projection projection(ResourceType type) {
        return projections.computeIfAbsent(type, each -> renderer.projection(each, request));
    }

    private Response answer(JsonObject message, List<StoredResource> resources) {
        Projection groups = projection(ResourceType.GROUP);
        boolean members = Renderer.parts(ResourceType.GROUP, groups).members()
                && resources.stream().anyMatch(resource -> resource.type() == ResourceType.GROUP);
        return members ? Response.ok(lists.streamed(message, resources, groups)).build() : Answers.message(message);
    }
}
