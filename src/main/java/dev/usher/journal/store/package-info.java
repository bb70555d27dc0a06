/**
 * The provisioning events' table, for the journal alone.
 */
@NullMarked
package dev.usher.journal.store;

import org.jspecify.annotations.NullMarked;
