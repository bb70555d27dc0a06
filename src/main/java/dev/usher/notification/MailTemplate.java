package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** The text of a kind of mail in a language. {@code version} is 0 for a built-in one. */
public record MailTemplate(
        MailKind kind, String language, String subject, String text, Optional<String> html, long version) {
    public MailTemplate {
        requireNonNull(kind, "kind");
        requireNonNull(language, "language");
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(html, "html");
    }

    /** Whether the tenant wrote it. */
    public boolean custom() {
        return version > 0;
    }
}
