package dev.usher.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
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

    /** UTC, in whole microseconds: what is stored is what was said, so a re-read changes no ETag. */
    @Produces
    @Singleton
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
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
