/**
 * Serves the console's static files: under the one strict policy, compressed, with an ETag, and with the frame page for
 * every deep link. It knows no data; what the console shows it asks of the admin API.
 */
@NullMarked
package dev.usher.endpoint.console;

import org.jspecify.annotations.NullMarked;
