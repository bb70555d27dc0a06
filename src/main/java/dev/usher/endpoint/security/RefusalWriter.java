package dev.usher.endpoint.security;

import dev.usher.platform.Settings;
import dev.usher.platform.SqlCount;
import dev.usher.scim.error.ScimErrorMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Answers a refusal in the words of the interface that was called, before any endpoint runs. */
@ApplicationScoped
class RefusalWriter {
    private static final int UNAUTHORIZED = 401;

    @Inject
    private Settings settings;

    void write(Door door, Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(refusal.status());
        if (refusal.status() == UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate", challenge(door, request));
        }
        if (!refusal.retryAfter().isZero()) {
            long seconds = Math.max(1, refusal.retryAfter().plusMillis(999).toSeconds());
            response.setHeader("Retry-After", Long.toString(seconds));
        }
        if (settings.serverTiming()) {
            response.setHeader(AnswerNotes.SERVER_TIMING, AnswerNotes.timing(SqlCount.count()));
        }
        response.setHeader("Cache-Control", "no-store");
        boolean scim = door == Door.SCIM;
        response.setContentType(scim ? "application/scim+json" : ProblemJson.MEDIA_TYPE);
        var json = scim ? ScimErrorMessage.json(refusal.scimError()) : ProblemJson.of(refusal.problem());
        byte[] body = json.toString().getBytes(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.flushBuffer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** RFC 6750 §3.1: {@code error} only where there were credentials. */
    private static String challenge(Door door, HttpServletRequest request) {
        boolean shown = request.getHeader("Authorization") != null;
        if (door == Door.SCIM) {
            return "Bearer realm=\"Usher SCIM\"" + (shown ? ", error=\"invalid_token\"" : "");
        }
        // To a page's script a browser would show its own password box where the challenge is Basic.
        boolean script = "empty".equals(request.getHeader("Sec-Fetch-Dest"));
        return script ? "Session realm=\"Usher\"" : "Basic realm=\"Usher\", charset=\"UTF-8\"";
    }
}
