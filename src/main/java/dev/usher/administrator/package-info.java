/**
 * Administrators, their roles, passwords, sessions and API keys, and what they do to tenants. It decides who somebody
 * is; what a role may do is asked at the endpoints.
 */
@NullMarked
package dev.usher.administrator;

import org.jspecify.annotations.NullMarked;
