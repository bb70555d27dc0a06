package dev.usher.notification.mail;

import jakarta.mail.MessagingException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads out of an exception of Jakarta Mail what the server said. The exception types with reply codes are no API. */
final class SmtpFailure {
    private static final Pattern REPLY = Pattern.compile("(?:^|\\s)([245]\\d\\d)[ -]\\S");
    private static final int MOST_DEEP = 10;

    private SmtpFailure() {}

    /**
     * What a failure while sending means: a 5xx reply to the letter is for good, everything else passes. Where the server
     * takes nothing from this sender, no letter is at fault.
     */
    static Delivery of(MessagingException error) {
        if (senderRefused(error)) {
            return unreachable(error);
        }
        Optional<String> reply = reply(error);
        boolean forGood = reply.filter(words -> words.startsWith("5")).isPresent();
        String words = reply.orElseGet(() -> plain(error));
        return new Delivery(forGood ? Delivery.Kind.NEVER : Delivery.Kind.LATER, words);
    }

    private static boolean senderRefused(MessagingException error) {
        return Stream.<Exception>iterate(
                        error,
                        Objects::nonNull,
                        each -> each instanceof MessagingException mail ? mail.getNextException() : null)
                .limit(MOST_DEEP)
                .anyMatch(each -> each.getClass().getSimpleName().equals("SMTPSenderFailedException"));
    }

    /** What a failure while connecting means: it is not the letter's fault. */
    static Delivery unreachable(MessagingException error) {
        return new Delivery(Delivery.Kind.UNREACHABLE, reply(error).orElseGet(() -> plain(error)));
    }

    /** The deepest reply: those above it only wrap. */
    private static Optional<String> reply(MessagingException error) {
        Optional<String> found = Optional.empty();
        Throwable at = error;
        for (int depth = 0; at != null && depth < MOST_DEEP; depth++) {
            Matcher reply = REPLY.matcher(first(at));
            if (reply.find()) {
                found = Optional.of(first(at).substring(reply.start(1)));
            }
            at = at instanceof MessagingException mail && mail.getNextException() != null
                    ? mail.getNextException()
                    : at.getCause();
        }
        return found;
    }

    private static String plain(MessagingException error) {
        Throwable cause = error.getNextException() == null ? error : error.getNextException();
        String kind = cause.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
        return first(error).isBlank() ? kind : first(error) + " (" + kind + ")";
    }

    /** Without what Jakarta Mail appends of nested exceptions. */
    private static String first(Throwable error) {
        String message = Optional.ofNullable(error.getMessage()).orElse("");
        int nested = message.indexOf("nested exception is");
        return (nested < 0 ? message : message.substring(0, nested))
                .replaceAll("[;\\s]+$", "")
                .strip();
    }
}
