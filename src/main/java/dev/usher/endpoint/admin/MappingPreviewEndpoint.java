package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.mapping.Classifier;
import dev.usher.mapping.ExplanationJson;
import dev.usher.mapping.MappingOrder;
import dev.usher.mapping.Mappings;
import dev.usher.mapping.OrderWarning;
import dev.usher.people.UserWrites;
import dev.usher.scim.JsonParts;
import dev.usher.scim.resource.ResourceReader;
import dev.usher.scim.resource.ScimResource;
import dev.usher.scim.schema.ResourceType;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tries a user on the mappings: which one would take it, and every comparison. Nothing is stored. */
@Path("/tenants/{tenant}/mappings/preview")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MappingPreviewEndpoint {
    private static final String USER_NAME = "userName";

    @Inject
    private CurrentCaller current;

    @Inject
    private Mappings mappings;

    @Inject
    private Extensions extensions;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Tells which mapping a SCIM user would get, and why",
            request = "PreviewRequest",
            answer = "Preview")
    public JsonObject preview(@PathParam("tenant") String tenant, Body body) {
        Caller caller = current.reads(tenant);
        MappingOrder order = mappings.current(caller.tenant());
        ScimResource user = user(caller, body.only("user").body("user").object());
        var warnings = JsonParts.array();
        OrderWarning.of(order).forEach(warning -> warnings.add(ExplanationJson.of(warning)));
        return JsonParts.object(ExplanationJson.of(Classifier.explain(order, UserWrites.born(user))))
                .add("warnings", warnings)
                .build();
    }

    /** Read as an identity provider's; a name is not needed to try some attributes. */
    private ScimResource user(Caller caller, JsonObject sent) {
        boolean named = sent.keySet().stream().anyMatch(USER_NAME::equalsIgnoreCase);
        JsonObject whole =
                named ? sent : JsonParts.object(sent).add(USER_NAME, "preview").build();
        ScimResource user = new ResourceReader(extensions.registry(caller))
                .read(ResourceType.USER, whole)
                .resource();
        return named ? user : user.without(USER_NAME);
    }
}
