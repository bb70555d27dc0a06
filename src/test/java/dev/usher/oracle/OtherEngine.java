package dev.usher.oracle;

import de.captaingoldfish.scim.sdk.common.constants.enums.HttpMethod;
import de.captaingoldfish.scim.sdk.common.constants.enums.SortOrder;
import de.captaingoldfish.scim.sdk.common.resources.ServiceProvider;
import de.captaingoldfish.scim.sdk.common.resources.User;
import de.captaingoldfish.scim.sdk.common.resources.complex.FilterConfig;
import de.captaingoldfish.scim.sdk.common.resources.complex.Meta;
import de.captaingoldfish.scim.sdk.common.resources.complex.PatchConfig;
import de.captaingoldfish.scim.sdk.common.schemas.SchemaAttribute;
import de.captaingoldfish.scim.sdk.common.utils.JsonHelper;
import de.captaingoldfish.scim.sdk.server.endpoints.Context;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceEndpoint;
import de.captaingoldfish.scim.sdk.server.endpoints.ResourceHandler;
import de.captaingoldfish.scim.sdk.server.endpoints.base.UserEndpointDefinition;
import de.captaingoldfish.scim.sdk.server.filter.FilterNode;
import de.captaingoldfish.scim.sdk.server.response.PartialListResponse;
import dev.usher.scim.Samples;
import dev.usher.scim.resource.JsonText;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The server of the SCIM-SDK over users in memory. */
final class OtherEngine {
    private static final String BASE = "http://localhost/scim/v2/Users";
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/scim+json");

    private final Map<String, User> users = new LinkedHashMap<>();
    private final ResourceEndpoint endpoint = new ResourceEndpoint(
            ServiceProvider.builder()
                    .filterConfig(FilterConfig.builder()
                            .supported(true)
                            .maxResults(100)
                            .build())
                    .patchConfig(PatchConfig.builder().supported(true).build())
                    .build(),
            new UserEndpointDefinition(new Memory()));

    /** Its answer: the status, and the body, empty where there is none. */
    record Said(int status, JsonObject body) {}

    Said list(String filter) {
        endpoint.getResourceTypeByName("User")
                .ifPresent(type -> type.getFeatures().setAutoFiltering(true));
        return said(HttpMethod.GET, BASE + "?filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8), null);
    }

    Said patch(String id, String body) {
        return said(HttpMethod.PATCH, BASE + "/" + id, body);
    }

    Said get(String id) {
        return said(HttpMethod.GET, BASE + "/" + id, null);
    }

    void put(String id, JsonObject document) {
        User user = JsonHelper.readJsonDocument(document.toString(), User.class);
        user.setId(id);
        user.setMeta(Meta.builder()
                .resourceType("User")
                .created(Instant.EPOCH)
                .lastModified(Instant.EPOCH)
                .build());
        users.put(id, user);
    }

    private Said said(HttpMethod method, String url, String body) {
        var response = endpoint.handleRequest(url, method, body, HEADERS, new Context(null));
        String text = response.toString();
        return new Said(response.getHttpStatus(), text.startsWith("{") ? JsonText.trusted(text) : Samples.json("{}"));
    }

    private final class Memory extends ResourceHandler<User> {
        @Override
        public User createResource(User resource, Context context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public User getResource(
                String id, List<SchemaAttribute> attributes, List<SchemaAttribute> excluded, Context context) {
            User user = users.get(id);
            return user == null ? null : JsonHelper.copyResourceToObject(user.deepCopy(), User.class);
        }

        @Override
        public PartialListResponse<User> listResources(
                long startIndex,
                int count,
                FilterNode filter,
                SchemaAttribute sortBy,
                SortOrder sortOrder,
                List<SchemaAttribute> attributes,
                List<SchemaAttribute> excluded,
                Context context) {
            List<User> all = new ArrayList<>(users.values());
            return PartialListResponse.<User>builder()
                    .resources(all)
                    .totalResults(all.size())
                    .build();
        }

        @Override
        public User updateResource(User resource, Context context) {
            users.put(resource.getId().orElseThrow(), resource);
            return resource;
        }

        @Override
        public void deleteResource(String id, Context context) {
            users.remove(id);
        }
    }
}
