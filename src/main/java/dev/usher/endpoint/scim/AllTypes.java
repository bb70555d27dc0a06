package dev.usher.endpoint.scim;

import dev.usher.people.Parts;
import dev.usher.people.ResourceSearch;
import dev.usher.people.ResultPage;
import dev.usher.people.StoredResource;
import dev.usher.scim.error.ScimException;
import dev.usher.scim.error.ScimType;
import dev.usher.scim.message.ListMessage;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.schema.ResourceType;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * One page over all resource types, users first. An attribute that only one type has finds nothing of the other; where
 * none has it, the first refusal is the answer. A cursor is the type's first letter and that type's own cursor, which is
 * blank where the page before ended with the type before. Not for sharing between threads.
 */
final class AllTypes {
    private final Renderer renderer;
    private final Lists lists;
    private final ResourceSearch search;
    private final SearchRequest request;
    private final List<JsonObject> documents = new ArrayList<>();
    private final List<StoredResource> resources = new ArrayList<>();
    private final List<ScimException> refused = new ArrayList<>();

    AllTypes(Renderer renderer, Lists lists, ResourceSearch search, SearchRequest request) {
        this.renderer = renderer;
        this.lists = lists;
        this.search = search;
        this.request = request;
    }

    Response page() {
        return request.byCursor() ? byCursor(request.cursor().orElse("")) : byIndex();
    }

    private Response byIndex() {
        int start = request.startIndex().orElse(1);
        int count = search.count(request);
        long total = 0;
        for (ResourceType type : ResourceType.values()) {
            int from = (int) Math.max(1, Math.min(Integer.MAX_VALUE, start - total));
            int missing = count - documents.size();
            Optional<ResultPage> page =
                    found(type, parts -> search.page(renderer.caller(), type, request, from, missing, parts));
            total += page.map(found -> found.total().orElseThrow()).orElse(0L);
        }
        return answer(ListMessage.byIndex(total, start, documents));
    }

    private Response byCursor(String cursor) {
        int count = search.count(request);
        String inner = cursor.isEmpty() ? "" : cursor.substring(1);
        String next = "";
        for (ResourceType type : beginningWith(cursor)) {
            int missing = count - documents.size();
            if (missing == 0 && count > 0) {
                next = letter(type);
                break;
            }
            SearchRequest here = request.at(inner, missing);
            inner = "";
            Optional<String> more = found(type, parts -> search.search(renderer.caller(), type, here, parts))
                    .flatMap(ResultPage::nextCursor);
            if (more.isPresent()) {
                next = letter(type) + more.get();
                break;
            }
        }
        return answer(ListMessage.byCursor(OptionalLong.empty(), documents, next, ""));
    }

    private static List<ResourceType> beginningWith(String cursor) {
        List<ResourceType> all = List.of(ResourceType.values());
        if (cursor.isEmpty()) {
            return all;
        }
        return all.stream()
                .filter(type -> cursor.startsWith(letter(type)))
                .findFirst()
                .map(type -> all.subList(all.indexOf(type), all.size()))
                .orElseThrow(() -> ScimException.invalidCursor("the cursor is none of a search over all types"));
    }

    private static String letter(ResourceType type) {
        return type.id().substring(0, 1).toLowerCase(Locale.ROOT);
    }

    private Optional<ResultPage> found(ResourceType type, Function<Parts, ResultPage> look) {
        try {
            Projection projection = renderer.projection(type, request);
            ResultPage page = look.apply(Renderer.parts(type, projection));
            documents.addAll(lists.documents(page.resources(), projection));
            resources.addAll(page.resources());
            return Optional.of(page);
        } catch (ScimException e) {
            boolean unknownHere = e.scimType()
                    .filter(kind -> kind == ScimType.INVALID_FILTER || kind == ScimType.INVALID_PATH)
                    .isPresent();
            if (!unknownHere) {
                throw e;
            }
            // The other type may know the attribute.
            refused.add(e);
            return Optional.empty();
        }
    }

    private Response answer(JsonObject message) {
        if (refused.size() == ResourceType.values().length) {
            throw refused.get(0);
        }
        Projection groups = renderer.projection(ResourceType.GROUP, request);
        boolean members = Renderer.parts(ResourceType.GROUP, groups).members()
                && resources.stream().anyMatch(resource -> resource.type() == ResourceType.GROUP);
        return members ? Response.ok(lists.streamed(message, resources, groups)).build() : Answers.message(message);
    }
}
