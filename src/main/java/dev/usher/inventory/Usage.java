package dev.usher.inventory;

/** How much is stored; {@code users} are those with a device, 1 or 0 for one user. */
public record Usage(long users, long devices, long snapshots, long sizeBytes) {
    /** Nothing. */
    public static final Usage NONE = new Usage(0, 0, 0, 0);
}
