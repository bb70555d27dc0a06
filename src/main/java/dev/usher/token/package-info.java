/**
 * Identity providers' bearer tokens: making, checking, ending them, and the choice of user management that gives them
 * their meaning. Only a token's SHA-256 is ever stored.
 */
@NullMarked
package dev.usher.token;

import org.jspecify.annotations.NullMarked;
