/**
 * Starts the runnable jar: an embedded Payara Micro with the WAR inside, closed to everything but Usher. It knows the
 * settings and nothing else of the product, and no part of the WAR may depend on it.
 */
@NullMarked
package dev.usher.launcher;

import org.jspecify.annotations.NullMarked;
