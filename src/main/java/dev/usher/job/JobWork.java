package dev.usher.job;

/**
 * What a kind of job does. Every component that has such work provides one bean a kind.
 *
 * <p><b>Transaction:</b> {@link #next} is called outside any, and begins its own; each writes {@link Jobs#checkpoint}
 * with the change that it makes, so that after a crash nothing is done twice and nothing is left out.
 */
public interface JobWork {
    /** The kind, at most 40 characters. */
    String kind();

    /**
     * Does the next part, which takes seconds at most. True when more is left. <b>Errors:</b> lets {@link JobEnded} of a
     * checkpoint through; {@link dev.usher.platform.Contention} is met by another try, a {@link
     * dev.usher.platform.Problem} fails the job with its detail, anything else with a reference to the log.
     */
    boolean next(Run run);

    /** Told in the transaction that ends the job before its time: it was cancelled, or it failed. */
    default void abandoned(Job job) {}
}
