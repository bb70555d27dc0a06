/**
 * What mappings can assign: profiles (perhaps data-locked), storage regions, quotas, and the tenant's licence. It does not
 * know who uses them; deletions and lock changes therefore come through the components above, which do.
 */
@NullMarked
package dev.usher.catalog;

import org.jspecify.annotations.NullMarked;
