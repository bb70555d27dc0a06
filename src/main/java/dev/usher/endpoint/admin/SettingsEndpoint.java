package dev.usher.endpoint.admin;

import dev.usher.administrator.Role;
import dev.usher.endpoint.security.CurrentCaller;
import dev.usher.platform.Setting;
import dev.usher.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** How this node was started: rates, caps, mail. It is changed where the node is started, and secrets are never shown. */
@Path("/settings")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class SettingsEndpoint {
    @Inject
    private CurrentCaller current;

    @Inject
    private Settings settings;

    @GET
    @Operation(summary = "Shows the settings of the node that answers, secrets hidden", answer = "Settings")
    public JsonObject list() {
        current.requires(Role.PLATFORM_ADMINISTRATOR);
        var items = Json.createArrayBuilder();
        for (Setting setting : Setting.values()) {
            items.add(Json.createObjectBuilder()
                    .add("variable", setting.variable())
                    .add("value", settings.shown(setting))
                    .add("fallback", setting.fallback())
                    .add("unit", setting.unit())
                    .add("purpose", setting.purpose()));
        }
        return Json.createObjectBuilder().add("items", items).build();
    }
}
