/** The messages around resources: search, lists, bulk and discovery documents. It knows no transport. */
@NullMarked
package dev.usher.scim.message;

import org.jspecify.annotations.NullMarked;
