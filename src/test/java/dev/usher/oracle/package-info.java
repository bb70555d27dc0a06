/**
 * Another SCIM engine as an oracle: the same filters and patches through it and through ours. What differs stands in
 * {@code docs/protocol/differences.md}. Compiled and run with the profile {@code oracle}.
 */
package dev.usher.oracle;
