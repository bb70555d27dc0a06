package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.extension.Extensions;
import dev.usher.mapping.CriteriaJson;
import dev.usher.people.KnownMatches;
import dev.usher.tenant.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tries criteria on the users who are there already. Nothing is stored. */
@Path("/tenants/{tenant}/mappings/match-count")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class MatchCountEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Extensions extensions;

    @Inject
    private KnownMatches matches;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Counts the known users whom criteria would match; users is absent where that cannot be told",
            request = "MatchCountRequest",
            answer = "MatchCount")
    public JsonObject count(@PathParam("tenant") String tenant, Body body) {
        Caller caller = current.reads(tenant);
        var criteria = CriteriaJson.read(
                extensions.registry(caller),
                body.only("criteria").body("criteria").object());
        KnownMatches.Count count = matches.count(caller, criteria);
        var json = Json.createObjectBuilder().add("of", count.of());
        count.users().ifPresent(users -> json.add("users", users));
        count.otherCase().ifPresent(users -> json.add("otherCase", users));
        return json.build();
    }
}
