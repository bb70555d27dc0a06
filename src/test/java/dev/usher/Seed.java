package dev.usher;

/** What random cases begin with: the same in each run, so that a failure is one of the change, unless another is asked for. */
public final class Seed {
    private Seed() {}

    /** {@code -Dseed=…}, for whoever looks for new cases. A test names it where it fails. */
    public static long given() {
        return Long.getLong("seed", 20_260_101L);
    }
}
