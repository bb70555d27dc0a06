/**
 * What operations see of a node: health, metrics and management beans. It reads what others count, and changes nothing.
 */
@NullMarked
package dev.usher.monitoring;

import org.jspecify.annotations.NullMarked;
