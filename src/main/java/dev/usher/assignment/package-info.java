/**
 * Which profile, region and quota each user has, and the data lock's rule, which every component that deletes, moves or
 * releases must pass. It decides nothing about who gets what: that is the mapping component's.
 */
@NullMarked
package dev.usher.assignment;

import org.jspecify.annotations.NullMarked;
