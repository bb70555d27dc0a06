package dev.usher.people.store;

import java.util.UUID;

/** One resource of a result and its place in the order. */
record Hit(UUID id, Position position) {}
