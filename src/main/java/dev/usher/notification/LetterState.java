package dev.usher.notification;

/** How far a mail is. The order of constants is stored: append only. */
public enum LetterState {
    /** It will be tried, or tried again. */
    WAITING,
    /** The mail server took it. */
    SENT,
    /** Given up; an administrator may retry or discard it. */
    DEAD,
    /** Not wanted any more: an administrator said so, or what it was about is gone. */
    DISCARDED
}
