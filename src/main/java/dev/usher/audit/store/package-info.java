/** The audit trail's rows and their SQL, for the audit component alone. */
@NullMarked
package dev.usher.audit.store;

import org.jspecify.annotations.NullMarked;
