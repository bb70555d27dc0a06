package dev.usher.platform;

import java.net.URI;
import java.util.Locale;
import java.util.stream.Stream;

/** What a value of each kind of setting may be, and how a refusal says it. */
final class SettingValue {
    private static final int MOST_PORT = 65_535;
    /** Filters are read by recursion, so that the stack has a say. */
    private static final int MOST_DEPTH = 100;

    private SettingValue() {}

    /** The value as it is kept. Errors: one that cannot be is an {@link IllegalArgumentException} for the operator. */
    static String checked(Setting setting, String value) {
        boolean right = switch (setting.kind()) {
            case TEXT, SECRET -> true;
            case URL -> value.isEmpty() || isHttpUrl(value);
            case DATABASE_URL -> value.isEmpty() || DatabaseUrl.valid(value);
            case PORT -> isNumber(value, 0, MOST_PORT);
            case COUNT, BYTES -> isNumber(value, 1, Integer.MAX_VALUE);
            case COUNT_OR_OFF -> isNumber(value, 0, Integer.MAX_VALUE);
            case DEPTH -> isNumber(value, 1, MOST_DEPTH);
            case ADDRESSES -> AddressRanges.valid(value);
            case LOG_FORMAT -> Stream.of("text", "json").anyMatch(value::equals);
            case FLAG -> Stream.of("true", "false").anyMatch(value::equalsIgnoreCase);
            case MAILBOX -> value.isEmpty() || Mailbox.valid(value);
            case TLS ->
                Stream.of(Setting.MailTls.values()).map(Setting.MailTls::name).anyMatch(value::equalsIgnoreCase);
        };
        if (!right) {
            String shown = hidden(setting) ? "" : ", not '" + value.substring(0, Math.min(64, value.length())) + "'";
            throw new IllegalArgumentException(setting.variable() + " must be " + wanted(setting) + shown);
        }
        return setting.kind() == Setting.Kind.FLAG ? value.toLowerCase(Locale.ROOT) : value;
    }

    private static String wanted(Setting setting) {
        return switch (setting.kind()) {
            case URL -> "an http or https URL";
            case DATABASE_URL -> DatabaseUrl.WANTED;
            case PORT -> "a port from 0 to " + MOST_PORT;
            case COUNT, BYTES -> "a whole number from 1";
            case COUNT_OR_OFF -> "a whole number from 0";
            case DEPTH -> "a whole number from 1 to " + MOST_DEPTH;
            case ADDRESSES -> "IP addresses or ranges with commas between";
            case LOG_FORMAT -> "text or json";
            case FLAG -> "true or false";
            case TLS -> "auto, starttls, tls or none";
            case MAILBOX -> "one mail address, as usher@firm.example or \"Acme, Inc.\" <usher@firm.example>";
            case TEXT, SECRET -> "text";
        };
    }

    private static boolean isNumber(String value, int least, int most) {
        if (!value.matches("[0-9]{1,10}")) {
            return false;
        }
        long number = Long.parseLong(value);
        return number >= least && number <= most;
    }

    private static boolean isHttpUrl(String value) {
        try {
            var url = URI.create(value);
            return url.getHost() != null
                    && Stream.of("http", "https").anyMatch(s -> s.equalsIgnoreCase(url.getScheme()));
        } catch (IllegalArgumentException e) {
            return false; // the message that follows says it better
        }
    }

    /** A JDBC URL may hold a password. */
    static boolean hidden(Setting setting) {
        return setting.kind() == Setting.Kind.SECRET || setting.kind() == Setting.Kind.DATABASE_URL;
    }
}
