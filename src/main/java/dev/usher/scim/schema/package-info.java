/** Schemas, attributes, the names and paths that lead to them, and the keys by which their values compare. It reads no resource. */
@NullMarked
package dev.usher.scim.schema;

import org.jspecify.annotations.NullMarked;
