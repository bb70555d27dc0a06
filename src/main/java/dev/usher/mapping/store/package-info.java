/**
 * The mapping table, for mapping alone.
 */
@NullMarked
package dev.usher.mapping.store;

import org.jspecify.annotations.NullMarked;
