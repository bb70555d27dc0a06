package dev.usher.endpoint.scim;

import dev.usher.endpoint.security.AnswerNotes;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/**
 * The SCIM interface. It is mounted one step above {@code /scim/v2}, because some identity providers leave the version
 * out; {@link ScimTransport} takes it off the path.
 */
@ApplicationPath("/scim")
public class ScimApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                UsersEndpoint.class,
                GroupsEndpoint.class,
                BulkEndpoint.class,
                RootEndpoint.class,
                MeEndpoint.class,
                ServiceProviderConfigEndpoint.class,
                SchemasEndpoint.class,
                ResourceTypesEndpoint.class,
                ScimTransport.class,
                ThrottleGate.class,
                ScimHeaders.class,
                GzipAnswers.class,
                ScimErrorMapper.class,
                AnswerNotes.class);
    }

    @Override
    public Map<String, Object> getProperties() {
        // Jersey would answer OPTIONS with a WADL document.
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
