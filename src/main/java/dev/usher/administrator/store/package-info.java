/** The rows of administrators, sessions and API keys and their SQL, for the administrator component alone. */
@NullMarked
package dev.usher.administrator.store;

import org.jspecify.annotations.NullMarked;
