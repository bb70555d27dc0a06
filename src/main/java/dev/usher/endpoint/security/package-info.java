/**
 * Who stands at the door: one authentication mechanism that tells by the path whether a token, an API key, a password or
 * a session is wanted, and refuses in the words of the interface that was called. What a role may do, it tells to who
 * asks; it never decides about single tenants' data.
 */
@NullMarked
package dev.usher.endpoint.security;

import org.jspecify.annotations.NullMarked;
