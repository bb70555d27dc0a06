/**
 * Mail: fills templates, speaks SMTP, and takes what is due out of the outbox on each node. Nothing here runs inside a
 * transaction while it waits for a mail server.
 */
@NullMarked
package dev.usher.notification.mail;

import org.jspecify.annotations.NullMarked;
