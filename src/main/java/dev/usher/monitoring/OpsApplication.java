package dev.usher.monitoring;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** What operations ask, the same on every server. */
@ApplicationPath("/ops")
public class OpsApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(HealthEndpoint.class, MetricsEndpoint.class);
    }
}
