package dev.usher.journal;

/** What was asked. The order of constants is stored: append only. */
public enum Kind {
    USER_CREATED,
    USER_REPLACED,
    USER_PATCHED,
    USER_DELETED,
    USER_RESTORED,
    USER_PRESERVED,
    USER_ADOPTED,
    USER_MOVED,
    USER_PURGED,
    GROUP_CREATED,
    GROUP_REPLACED,
    GROUP_PATCHED,
    GROUP_DELETED,
    MEMBERS_CHANGED,
    BULK,
    POSSIBLE_RETURN,
    MOVE_SUGGESTED,
    USER_ACTIVATED
}
