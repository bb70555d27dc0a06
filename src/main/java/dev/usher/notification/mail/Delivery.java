package dev.usher.notification.mail;

import static java.util.Objects.requireNonNull;

/** What became of one try. {@code words} says why, in the server's words where it had any. */
record Delivery(Kind kind, String words) {
    private static final int LONGEST = 400;

    Delivery {
        requireNonNull(kind, "kind");
        String line = TemplateText.oneLine(words);
        words = line.substring(0, Math.min(line.length(), LONGEST));
    }

    enum Kind {
        /** The server took it. */
        DELIVERED,
        /** Not now: the next try may succeed. */
        LATER,
        /** The server is not to be spoken to at all just now; other letters would fare the same. */
        UNREACHABLE,
        /** Refused for good: trying again would change nothing. */
        NEVER
    }
}
