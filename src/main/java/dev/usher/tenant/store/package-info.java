/** The tenant's rows and their SQL, for the tenant component alone. */
@NullMarked
package dev.usher.tenant.store;

import org.jspecify.annotations.NullMarked;
