/**
 * Work that outlives a request: jobs with progress and a checkpoint, done by one node of the cluster at a time, that end
 * also when the node dies, and that an administrator can watch and cancel. It knows nothing of what the work is.
 */
@NullMarked
package dev.usher.job;

import org.jspecify.annotations.NullMarked;
