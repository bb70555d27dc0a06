package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * Whom a mail is for. <b>Shape:</b> {@code address} and {@code language} (a tag as {@code de-CH}) may be blank; {@code
 * values} fill placeholders and may hold anything, since they come from outside; {@code active} is whether mail should
 * reach this one now.
 */
public record Addressee(String address, String language, Map<String, String> values, boolean active) {
    public Addressee {
        requireNonNull(address, "address");
        requireNonNull(language, "language");
        values = Map.copyOf(values);
    }
}
