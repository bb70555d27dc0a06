/**
 * The outbox table, for notification alone.
 */
@NullMarked
package dev.usher.notification.store;

import org.jspecify.annotations.NullMarked;
