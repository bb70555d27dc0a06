/**
 * The management beans in domain {@code usher}: open types only, so that any console reads them without our classes, each
 * with its description. Attributes are read from memory and never wait for the database; operations may.
 */
@NullMarked
package dev.usher.monitoring.jmx;

import org.jspecify.annotations.NullMarked;
