/**
 * Rows and SQL of people: narrow account keys apart from documents, the value table, groups, memberships as rows. Every
 * statement names the tenant first, and locks are taken in one order: accounts, group heads, membership, values. It
 * refuses to decide anything about a user's life.
 */
@NullMarked
package dev.usher.people.store;

import org.jspecify.annotations.NullMarked;
