/** Resources: from whatever an identity provider sends to one canonical document, and from there to answers and index values. It never asks a store. */
@NullMarked
package dev.usher.scim.resource;

import org.jspecify.annotations.NullMarked;
