/**
 * SCIM over HTTP (RFC 7644): endpoints, and the transport that forgives what identity providers send. It reads and
 * renders; what a request means is decided in {@code scim}, what becomes of it in {@code people}.
 */
@NullMarked
package dev.usher.endpoint.scim;

import org.jspecify.annotations.NullMarked;
