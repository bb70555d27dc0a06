package dev.usher.inventory;

/** What a registration came to: {@code created} is false where it was there, perhaps changed now. */
public record Registered<T>(T thing, boolean created) {}
