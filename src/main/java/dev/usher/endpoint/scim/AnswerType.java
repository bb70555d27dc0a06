package dev.usher.endpoint.scim;

import java.util.Locale;
import java.util.Optional;

/**
 * The media type of an answer: SCIM's own, or plain JSON where a client asks for that only (RFC 7644 §3.8). A header
 * that cannot be read is as none.
 */
enum AnswerType {
    SCIM("application/scim+json;charset=utf-8"),
    JSON("application/json;charset=utf-8");

    private final String header;

    AnswerType(String header) {
        this.header = header;
    }

    String header() {
        return header;
    }

    /** What this Accept header admits; empty where it admits no JSON at all. */
    static Optional<AnswerType> accepted(String accept) {
        boolean json = false;
        boolean any = false;
        for (String each : accept.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = each.split(";");
            String type = parts[0].strip();
            if (type.isEmpty() || refused(parts)) {
                continue;
            }
            any = true;
            if (type.equals("application/json") || type.equals("text/json")) {
                json = true;
            } else if (scim(type)) {
                return Optional.of(SCIM);
            }
        }
        if (json) {
            return Optional.of(JSON);
        }
        return any ? Optional.empty() : Optional.of(SCIM);
    }

    private static boolean scim(String type) {
        return type.equals("*/*")
                || type.equals("*")
                || type.equals("application/*")
                || type.endsWith("+json")
                || type.contains("json+")
                || type.indexOf('/') < 0;
    }

    private static boolean refused(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].strip().matches("q\\s*=\\s*0(\\.0*)?")) {
                return true;
            }
        }
        return false;
    }
}
