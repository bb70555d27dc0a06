package dev.usher.notification;

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
    NOTICE
}
