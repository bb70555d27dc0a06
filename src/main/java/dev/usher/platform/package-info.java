/**
 * What every component stands on: settings, clock, ids, counters, and the one way to speak SQL. It knows nothing of
 * tenants, users or SCIM, and refuses to hold any state that two nodes would have to share.
 */
@NullMarked
package dev.usher.platform;

import org.jspecify.annotations.NullMarked;
