/**
 * People: the users and groups of a tenant, their memberships and a user's life from creation to purge. Every write by
 * an identity provider comes in by {@code Provisioning}, every one by an administrator by {@code Accounts}. It refuses to
 * know HTTP, to choose an assignment (that is {@code mapping}) and to weaken the data lock (that is {@code assignment}).
 */
@NullMarked
package dev.usher.people;

import org.jspecify.annotations.NullMarked;
