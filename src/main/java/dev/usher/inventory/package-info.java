/**
 * What is backed up of each user: devices and their snapshots, as the product registers them by its own ids, summed
 * against the quota. It keeps no data itself, and asks the data lock before anything is forgotten.
 */
@NullMarked
package dev.usher.inventory;

import org.jspecify.annotations.NullMarked;
