/**
 * The administrators' mappings, their order, and the classifier that picks one for a user. The classifier is pure; it
 * refuses to look anything up.
 */
@NullMarked
package dev.usher.mapping;

import org.jspecify.annotations.NullMarked;
