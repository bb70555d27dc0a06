/**
 * Tenants: who they are, how their users are managed, which features they have, and the versions that key every node's
 * caches. It knows nothing of users, mappings or credentials, and does not audit: who changes a tenant on behalf of
 * somebody (administrator, token) does.
 */
@NullMarked
package dev.usher.tenant;

import org.jspecify.annotations.NullMarked;
