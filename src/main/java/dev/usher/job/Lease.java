package dev.usher.job;

import static java.util.Objects.requireNonNull;

/** The right to do something alone in the cluster for a while. {@code fence} grows with each holder. */
public record Lease(String name, String owner, long fence) {
    public Lease {
        requireNonNull(name, "name");
        requireNonNull(owner, "owner");
    }
}
