package dev.usher.notification;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** What a row of the outbox tells. The order of constants is stored: append only. */
public enum Topic {
    USER_CREATED,
    USER_CHANGED,
    USER_PRESERVED,
    USER_RESTORED,
    USER_DELETED,
    USER_MOVED,
    USER_PURGED,
    GROUP_CHANGED,
    GROUP_DELETED,
    /** An activation e-mail to send. */
    ACTIVATION_MAIL,
    /** A notice to administrators to send. */
    NOTICE;

    /** What is kept for a change feed; the others are mail. */
    public static final Set<Topic> FACTS =
            Collections.unmodifiableSet(EnumSet.complementOf(EnumSet.of(ACTIVATION_MAIL, NOTICE)));
}
