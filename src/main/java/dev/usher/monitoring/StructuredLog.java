package dev.usher.monitoring;

import dev.usher.platform.JsonLine;
import dev.usher.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends Usher's own log to standard output as JSON where the setting asks for it, on every server alike. It writes to the
 * process's stream, for servers take {@code System.out} for themselves.
 */
@Singleton
@Startup
public class StructuredLog {
    private static final Logger USHER = Logger.getLogger("dev.usher");

    @Inject
    private Settings settings;

    private @Nullable Handler handler;

    @PostConstruct
    void begin() {
        if (settings.logsJson()) {
            handler = new Lines(new FileOutputStream(FileDescriptor.out));
            USHER.addHandler(handler);
            USHER.setUseParentHandlers(false);
        }
    }

    @PreDestroy
    void end() {
        Handler added = handler;
        if (added != null) {
            USHER.setUseParentHandlers(true);
            USHER.removeHandler(added);
        }
    }

    /** Writes each line whole, at once. */
    private static final class Lines extends Handler {
        private final OutputStream out;

        Lines(OutputStream out) {
            this.out = out;
            setFormatter(new JsonLine());
        }

        @Override
        public void publish(@Nullable LogRecord line) {
            if (line == null || !isLoggable(line)) {
                return;
            }
            try {
                byte[] text = getFormatter().format(line).getBytes(StandardCharsets.UTF_8);
                synchronized (out) {
                    out.write(text);
                }
            } catch (IOException e) {
                reportError("standard output is closed", e, ErrorManager.WRITE_FAILURE);
            }
        }

        @Override
        public void flush() {
            // nothing is kept back
        }

        @Override
        public void close() {
            // the process's stream stays
        }
    }
}
