package dev.usher.bench;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The bare ceiling: JAX-RS and one row, nothing else. */
@ApplicationPath("/bare")
public class BareApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(BareResource.class);
    }
}
