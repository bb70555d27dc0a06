package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** A template with everything filled in. The subject is one line. */
public record FilledMail(String language, String subject, String text, Optional<String> html) {
    public FilledMail {
        requireNonNull(language, "language");
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(html, "html");
    }
}
