package dev.usher.mapping;

/** Whom a mapping is for. Never changed after the mapping is made. */
public sealed interface Criteria permits AllUsers, AttributeCriteria {}
