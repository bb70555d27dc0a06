package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.people.Member;
import dev.usher.people.Parts;
import dev.usher.people.StoredResource;
import dev.usher.scim.JsonParts;
import dev.usher.scim.message.SearchRequest;
import dev.usher.scim.resource.Projection;
import dev.usher.scim.resource.ResourceMeta;
import dev.usher.scim.resource.ResourceWriter;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.scim.schema.SchemaRegistry;
import dev.usher.scim.schema.SchemaUrns;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/** Stored resources as the documents that the caller of this request asked for. */
@ApplicationScoped
public class Renderer {
    private static final String GROUPS = "groups";
    private static final String MEMBERS = "members";
    private static final String MANAGER = "manager";
    private static final String REF = "$ref";

    @Inject
    private CurrentCaller callers;

    @Inject
    private Extensions extensions;

    @Inject
    private Locations locations;

    /** Who asks. Errors: 401. */
    Caller caller() {
        return callers.scim();
    }

    /** The caller's schemas. */
    SchemaRegistry registry() {
        return extensions.registry(caller());
    }

    /** What the request wants to see. */
    Projection projection(ResourceType type, SearchRequest request) {
        return Projection.of(registry(), type, request.attributes(), request.excludedAttributes());
    }

    /** What must be read for it. */
    static Parts parts(ResourceType type, Projection projection) {
        boolean user = type == ResourceType.USER;
        return new Parts(
                user && projection.wants(GROUPS),
                !user && projection.wants(MEMBERS),
                user && projection.wants(SchemaUrns.ASSIGNMENT),
                user && projection.wants(SchemaUrns.ENTERPRISE));
    }

    /** The document; a group's is without members. */
    JsonObject document(StoredResource stored, Projection projection) {
        return document(stored, projection, stored.resource());
    }

    /** A group's document with these members. */
    JsonObject document(StoredResource stored, Projection projection, List<Member> members) {
        ScimResource resource = stored.resource();
        if (!members.isEmpty()) {
            resource = resource.with(MEMBERS, values(members));
        }
        return document(stored, projection, resource);
    }

    private JsonObject document(StoredResource stored, Projection projection, ScimResource resource) {
        ScimResource linked = stored.type() == ResourceType.USER ? linked(resource) : resource;
        return new ResourceWriter(registry()).render(linked, meta(stored), projection);
    }

    private ScimResource linked(ScimResource user) {
        ScimResource linked =
                user.document().get(GROUPS) instanceof JsonArray groups ? user.with(GROUPS, linked(groups)) : user;
        return user.document().get(SchemaUrns.ENTERPRISE) instanceof JsonObject enterprise
                        && enterprise.get(MANAGER) instanceof JsonObject manager
                        && manager.get(REF) instanceof JsonString path
                        && path.getString().startsWith(ResourceType.USER.endpoint() + "/")
                ? linked.with(SchemaUrns.ENTERPRISE, linked(enterprise, manager, path.getString()))
                : linked;
    }

    /** The store knows the path of a manager, the request the address before it. */
    private JsonObject linked(JsonObject enterprise, JsonObject manager, String path) {
        return JsonParts.object(enterprise)
                .add(MANAGER, JsonParts.object(manager).add(REF, locations.base() + path))
                .build();
    }

    /** What the server knows of it. */
    ResourceMeta meta(StoredResource stored) {
        String id = stored.id().toString();
        return new ResourceMeta(
                id, stored.created(), stored.modified(), stored.version(), locations.of(stored.type(), id));
    }

    /** The shown parts of these members; the array is empty where none is shown. */
    JsonArray members(List<Member> members, Projection projection) {
        JsonObject shown = projection.apply(
                JsonParts.object().add(MEMBERS, values(members)).build());
        return shown.get(MEMBERS) instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY;
    }

    private JsonArray values(List<Member> members) {
        JsonArrayBuilder values = JsonParts.array();
        for (Member member : members) {
            ResourceType type = member.group() ? ResourceType.GROUP : ResourceType.USER;
            var value = JsonParts.object()
                    .add("value", member.id().toString())
                    .add(REF, locations.of(type, member.id().toString()))
                    .add("type", type.id());
            if (!member.display().isEmpty()) {
                value.add("display", member.display());
            }
            values.add(value);
        }
        return values.build();
    }

    private JsonArray linked(JsonArray groups) {
        JsonArrayBuilder values = JsonParts.array();
        for (JsonValue each : groups) {
            JsonObject group = each.asJsonObject();
            values.add(JsonParts.object(group).add(REF, locations.of(ResourceType.GROUP, group.getString("value"))));
        }
        return values.build();
    }
}
