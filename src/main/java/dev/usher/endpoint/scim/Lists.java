package dev.usher.endpoint.scim;

import dev.usher.people.Groups;
import dev.usher.people.Parts;
import dev.usher.people.ResourceSearch;
import dev.usher.people.ResultPage;
import dev.usher.people.StoredResource;
import dev.usher.scim.message.ListMessage;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** List answers. */
@ApplicationScoped
public class Lists {
    private static final String RESOURCES = "Resources";

    @Inject
    private Renderer renderer;

    @Inject
    private ResourceSearch search;

    @Inject
    private Groups groups;

    /** The page that the request asks for. */
    Response answer(ResourceType type, SearchRequest request) {
        Projection projection = renderer.projection(type, request);
        Parts parts = Renderer.parts(type, projection);
        ResultPage page = search.search(renderer.caller(), type, request, parts);
        JsonObject message = message(request.byCursor(), page, documents(page.resources(), projection));
        if (!parts.members()) {
            return Answers.message(message);
        }
        return Response.ok(streamed(message, page.resources(), projection)).build();
    }

    /** The documents, groups without members. */
    List<JsonObject> documents(List<StoredResource> resources, Projection projection) {
        return resources.stream()
                .map(resource -> renderer.document(resource, projection))
                .toList();
    }

    private static JsonObject message(boolean byCursor, ResultPage page, List<JsonObject> documents) {
        return byCursor
                ? ListMessage.byCursor(
                        page.total(),
                        documents,
                        page.nextCursor().orElse(""),
                        page.previousCursor().orElse(""))
                : ListMessage.byIndex(page.total().orElseThrow(), page.startIndex(), documents);
    }

    /** One group with all its members. */
    StreamingOutput streamed(StoredResource group, Projection projection) {
        JsonObject head = renderer.document(group, projection);
        var writer = new GroupWriter(groups, renderer, projection);
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            writer.write(out, head, group.id());
            out.flush();
        };
    }

    /** A list message whose groups get all their members. */
    StreamingOutput streamed(JsonObject message, List<StoredResource> resources, Projection projection) {
        var writer = new GroupWriter(groups, renderer, projection);
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            String separator = "{";
            for (Map.Entry<String, JsonValue> entry : message.entrySet()) {
                out.write(separator);
                separator = ",";
                out.write("\"" + entry.getKey() + "\":");
                if (entry.getKey().equals(RESOURCES)) {
                    writer.write(out, entry.getValue().asJsonArray().getValuesAs(JsonObject.class), resources);
                } else {
                    out.write(entry.getValue().toString());
                }
            }
            out.write("}");
            out.flush();
        };
    }
}
