/**
 * The assignment table, for assignment alone.
 */
@NullMarked
package dev.usher.assignment.store;

import org.jspecify.annotations.NullMarked;
