package dev.usher.endpoint.scim;

import dev.usher.people.Cursors;
import dev.usher.platform.Settings;
import dev.usher.scim.message.ServiceProviderConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /ServiceProviderConfig} (RFC 7643 §5): what stands, and nothing that does not. */
@Path("ServiceProviderConfig")
@ApplicationScoped
public class ServiceProviderConfigEndpoint {
    private static final String DOCUMENTATION = "https://www.rfc-editor.org/rfc/rfc7644";

    @Inject
    private Settings settings;

    @Inject
    private Locations locations;

    @Inject
    private DiscoveryGate gate;

    /** The document. */
    @GET
    public Response get() {
        gate.check();
        var config = new ServiceProviderConfig(
                DOCUMENTATION,
                true,
                true,
                settings.bulkMaxOperations(),
                settings.bulkMaxBytes(),
                settings.pageMax(),
                false,
                true,
                true,
                true,
                true,
                settings.pageDefault(),
                settings.pageMax(),
                (int) Cursors.LIFE.toSeconds());
        return Answers.message(config.json(locations.base()));
    }
}
