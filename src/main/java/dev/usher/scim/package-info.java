/** The SCIM protocol (RFC 7643, 7644, 9865) as pure values. It knows no server, no database, no clock and no log. */
@NullMarked
package dev.usher.scim;

import org.jspecify.annotations.NullMarked;
