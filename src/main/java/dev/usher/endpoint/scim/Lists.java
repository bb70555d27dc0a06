package dev.usher.endpoint.scim;

import dev.usher.people.GroupId;
import dev.usher.people.Groups;
import dev.usher.people.Member;
import dev.usher.people.Parts;
import dev.usher.people.ResourceSearch;
import dev.usher.people.ResultPage;
import dev.usher.people.StoredResource;
import dev.usher.scim.message.ListMessage;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** List answers, and groups with their members written chunk by chunk, so that no group is too large for the heap. */
@RequestScoped
public class Lists {
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
        Caller caller = renderer.caller();
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            write(out, head, caller, group.id(), projection);
            out.flush();
        };
    }

    /** A list message whose groups get all their members. */
    private StreamingOutput streamed(JsonObject message, List<StoredResource> resources, Projection projection) {
        Caller caller = renderer.caller();
        Map<UUID, JsonObject> heads = new LinkedHashMap<>();
        JsonArray documents =
                message.get("Resources") instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
        for (int i = 0; i < documents.size(); i++) {
            heads.put(resources.get(i).id(), documents.getJsonObject(i));
        }
        return stream -> {
            var out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
            String separator = "{";
            for (Map.Entry<String, JsonValue> entry : message.entrySet()) {
                out.write(separator);
                separator = ",";
                out.write("\"" + entry.getKey() + "\":");
                if (!entry.getKey().equals("Resources")) {
                    out.write(entry.getValue().toString());
                    continue;
                }
                String between = "[";
                for (Map.Entry<UUID, JsonObject> head : heads.entrySet()) {
                    out.write(between);
                    between = ",";
                    write(out, head.getValue(), caller, head.getKey(), projection);
                }
                out.write("]");
            }
            out.write("}");
            out.flush();
        };
    }

    /** The document with its members at its end; each chunk is a read of its own. */
    private void write(Writer out, JsonObject head, Caller caller, UUID id, Projection projection) throws IOException {
        String text = head.toString();
        out.write(text, 0, text.length() - 1);
        Optional<UUID> after = Optional.empty();
        String separator = head.isEmpty() ? "\"members\":[" : ",\"members\":[";
        String end = "";
        List<Member> chunk;
        do {
            chunk = groups.members(caller, new GroupId(id), after, Groups.MOST_MEMBERS);
            for (JsonValue member : renderer.members(chunk, projection)) {
                out.write(separator);
                out.write(member.toString());
                separator = ",";
                end = "]";
            }
            after = chunk.isEmpty() ? after : Optional.of(chunk.get(chunk.size() - 1).id());
        } while (chunk.size() == Groups.MOST_MEMBERS);
        out.write(end);
        out.write("}");
    }
}
