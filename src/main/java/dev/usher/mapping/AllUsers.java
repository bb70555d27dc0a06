package dev.usher.mapping;

/** Everybody. */
public record AllUsers() implements Criteria {}
