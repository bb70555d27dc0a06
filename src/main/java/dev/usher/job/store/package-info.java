/**
 * The tables of jobs and leases, for the job component alone.
 */
@NullMarked
package dev.usher.job.store;

import org.jspecify.annotations.NullMarked;
