/** Every way in which SCIM says no: one unchecked exception and the JSON it becomes. It decides nothing about logging or transport. */
@NullMarked
package dev.usher.scim.error;

import org.jspecify.annotations.NullMarked;
