/**
 * The outbox: facts that must leave the machine are written here in the transaction that makes them true. Nothing is sent
 * from inside a transaction.
 */
@NullMarked
package dev.usher.notification;

import org.jspecify.annotations.NullMarked;
