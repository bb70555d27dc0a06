/**
 * The catalog's tables, for the catalog alone.
 */
@NullMarked
package dev.usher.catalog.store;

import org.jspecify.annotations.NullMarked;
