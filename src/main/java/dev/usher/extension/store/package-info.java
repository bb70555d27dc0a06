/**
 * The table of registered schemas, for extension alone.
 */
@NullMarked
package dev.usher.extension.store;

import org.jspecify.annotations.NullMarked;
