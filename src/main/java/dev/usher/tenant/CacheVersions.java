package dev.usher.tenant;

/**
 * The versions of what nodes cache for a tenant: its mapping order (and the catalog names shown with it), its SCIM
 * schemas, and its nesting of groups. Whoever changes one of these touches its version in the same transaction, so a
 * node that reads the versions with each request never serves an old one.
 */
public record CacheVersions(long order, long schema, long nesting) {}
