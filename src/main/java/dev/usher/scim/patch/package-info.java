/** PATCH as a plan: attribute edits apart from member edits, so that a group's members are never loaded. It stores nothing. */
@NullMarked
package dev.usher.scim.patch;

import org.jspecify.annotations.NullMarked;
