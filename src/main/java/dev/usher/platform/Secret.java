package dev.usher.platform;

import static java.util.Objects.requireNonNull;

/** A value that must not be printed, logged or compared by accident. */
public final class Secret {
    private final String value;

    /** Wraps what {@link #reveal} gives back. */
    public Secret(String value) {
        this.value = requireNonNull(value, "value");
    }

    /** The value itself, for the one place that uses it. */
    public String reveal() {
        return value;
    }

    @Override
    public String toString() {
        return "***";
    }
}
