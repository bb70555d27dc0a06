/**
 * Deletes what was kept long enough, by the settings: acts, provisioning events, finished jobs, ended sessions. It decides
 * when; each component deletes its own rows.
 */
@NullMarked
package dev.usher.retention;

import org.jspecify.annotations.NullMarked;
