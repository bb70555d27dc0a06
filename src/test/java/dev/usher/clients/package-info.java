/** SCIM clients that others wrote, against the running server. Compiled and run with the profile {@code clients}. */
package dev.usher.clients;
