package dev.usher.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes the platform's values injectable; each exists once in the application. */
@ApplicationScoped
public class PlatformBeans {
    @Resource(lookup = "java:app/jdbc/usher")
    private DataSource source;

    /** For the container. */
    protected PlatformBeans() {}

    @Produces
    @Singleton
    Settings settings() {
        return Settings.ofProcess();
    }

    @Produces
    @Singleton
    Clock clock() {
        return new MicrosecondClock();
    }

    @Produces
    @Singleton
    Uuid7 uuid7(Clock clock) {
        return new Uuid7(clock);
    }

    @Produces
    @Singleton
    Meters meters() {
        return new Meters();
    }

    @Produces
    @Singleton
    Database database() {
        return new Database(source);
    }
}
