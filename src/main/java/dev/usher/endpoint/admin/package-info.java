/**
 * The admin API, {@code /api/v1}: JSON for the console and for scripts alike. Endpoints read the request, ask
 * {@link dev.usher.endpoint.security.CurrentCaller} what the role allows, call one component, and write the answer; they
 * hold no rule of the product and catch nothing.
 */
@NullMarked
package dev.usher.endpoint.admin;

import org.jspecify.annotations.NullMarked;
