package dev.usher.administrator.oidc;

import org.jspecify.annotations.Nullable;

/** What came from a provider cannot be used; the message is for the log, never for the browser. */
public class Disbelieved extends Exception {
    private static final long serialVersionUID = 1L;

    Disbelieved(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
