/**
 * The inventory's tables, for the inventory alone.
 */
@NullMarked
package dev.usher.inventory.store;

import org.jspecify.annotations.NullMarked;
