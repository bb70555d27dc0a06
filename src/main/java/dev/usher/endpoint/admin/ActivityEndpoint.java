package dev.usher.endpoint.admin;

import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.journal.Activity;
import dev.usher.journal.DayActivity;
import dev.usher.platform.Problem;
import dev.usher.tenant.TenantId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.function.ToLongFunction;

/** The provisioning log in numbers, for charts. */
@Path("/tenants/{tenant}/activity")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ActivityEndpoint {
    static final int USUAL_DAYS = 30;

    @Inject
    private CurrentCaller current;

    @Inject
    private Activity activity;

    @GET
    @Operation(
            summary = "Counts what arrived a day, and why users were refused",
            parameters = RequestParameter.DAYS,
            answer = "Activity")
    public JsonObject read(@PathParam("tenant") String name, @Context UriInfo uri) {
        TenantId tenant = current.reads(name).tenant();
        int days = days(uri);
        var byDay = Json.createArrayBuilder();
        activity.days(tenant, days).forEach(day -> byDay.add(json(day)));
        var refusals = Json.createArrayBuilder();
        activity.refusals(tenant, days)
                .forEach(one -> refusals.add(
                        Json.createObjectBuilder().add("code", one.code()).add("count", one.count())));
        return Json.createObjectBuilder()
                .add("days", byDay)
                .add("refusals", refusals)
                .build();
    }

    private static JsonObjectBuilder json(DayActivity day) {
        return Json.createObjectBuilder()
                .add("day", day.day().toString())
                .add("created", number(day, DayActivity.Numbers::created))
                .add("updated", number(day, DayActivity.Numbers::updated))
                .add("refused", number(day, DayActivity.Numbers::refused));
    }

    private static JsonValue number(DayActivity day, ToLongFunction<DayActivity.Numbers> of) {
        return day.numbers()
                .<JsonValue>map(numbers -> Json.createValue(of.applyAsLong(numbers)))
                .orElse(JsonValue.NULL);
    }

    private static int days(UriInfo uri) {
        return RequestParameter.DAYS.of(uri).map(ActivityEndpoint::days).orElse(USUAL_DAYS);
    }

    private static int days(String text) {
        if (!text.matches("[0-9]{1,2}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > Activity.MOST_DAYS) {
            throw Problem.field("days", "'days' must be a whole number from 1 to " + Activity.MOST_DAYS + ".");
        }
        return Integer.parseInt(text);
    }
}
