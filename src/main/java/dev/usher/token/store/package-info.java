/** The tokens' rows and their SQL, for the token component alone. */
@NullMarked
package dev.usher.token.store;

import org.jspecify.annotations.NullMarked;
