/**
 * What operations see of a node: health now, metrics and management beans later. It reads what others count, and changes
 * nothing.
 */
@NullMarked
package dev.usher.monitoring;

import org.jspecify.annotations.NullMarked;
