package dev.usher.platform;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger.Level;
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

    /** A request's line is for whoever collects the log by machine; else it is there for debugging. */
    @Produces
    @Singleton
    Traffic traffic(Settings settings) {
        return new Traffic(settings.logsJson() ? Level.INFO : Level.DEBUG);
    }

    @Produces
    @Singleton
    Drain drain() {
        return new Drain();
    }

    @Produces
    @Singleton
    Database database() {
        return new Database(source);
    }

    @Produces
    @Singleton
    OnlineBackup backup(Database database, Settings settings, Clock clock) {
        return new OnlineBackup(database, settings, clock);
    }
}
