/**
 * The schema extensions that a tenant registered beside RFC 7643's, and the registry of all its schemas. It changes no
 * stored resource: typing what is there already is a job's work.
 */
@NullMarked
package dev.usher.extension;

import org.jspecify.annotations.NullMarked;
