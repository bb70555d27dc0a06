package dev.usher.job;

import jakarta.ejb.ApplicationException;

/** The job was cancelled, or another node has it: what this transaction did is rolled back. */
@ApplicationException(rollback = true)
public final class JobEnded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JobEnded() {
        super("the job was cancelled or another node has it");
    }
}
