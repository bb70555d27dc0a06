/**
 * What identity providers asked and what became of it. It records facts in the transaction of the change, refusals after
 * its rollback, and refuses to hold secrets or more than 4 kB of detail.
 */
@NullMarked
package dev.usher.journal;

import org.jspecify.annotations.NullMarked;
