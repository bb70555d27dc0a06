package dev.usher.notification;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a mail is about. Its {@link #code} names it in the admin API, in templates and in notices. */
public enum MailKind {
    /** To a new user whose mapping says so. */
    ACTIVATION("userName displayName givenName familyName tenant link validDays expiresAt"),
    /** To administrators, as all that follow: a token was made. */
    TOKEN_CREATED("tenant consoleUrl tokenName createdBy expiresAt"),
    /** A token ends soon. */
    TOKEN_EXPIRES("tenant consoleUrl tokenName days expiresAt"),
    /** A wave of deactivations waits for a decision. */
    MASS_DEACTIVATION("tenant consoleUrl text"),
    /** More users are preserved than the licence allows. */
    PRESERVED_LIMIT("tenant consoleUrl text"),
    /** Whatever else there is to tell. */
    NOTICE("tenant consoleUrl text");

    private final String placeholders;

    MailKind(String placeholders) {
        this.placeholders = placeholders;
    }

    /** In lower case with dashes: {@code token-expires}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a template of this kind may name. */
    public Set<String> placeholders() {
        return Set.of(placeholders.split(" ", -1));
    }

    /** The kind of that code. */
    public static Optional<MailKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findAny();
    }
}
