/**
 * The audit trail: what administrators did, with before and after, as one hash chain a tenant. It refuses to record
 * outside the transaction of the act itself, and never changes or deletes an event.
 */
@NullMarked
package dev.usher.audit;

import org.jspecify.annotations.NullMarked;
