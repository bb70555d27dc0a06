package dev.usher.notification;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What became of a test mail: {@code words} is the server's last answer, {@code dialogue} what both said. */
public record TrialMail(boolean delivered, String words, List<String> dialogue) {
    public TrialMail {
        requireNonNull(words, "words");
        dialogue = List.copyOf(dialogue);
    }
}
