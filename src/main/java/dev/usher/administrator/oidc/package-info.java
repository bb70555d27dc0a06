/**
 * Signing in by OpenID Connect: the authorization code flow with PKCE, as pure steps and one small HTTP client. It refuses
 * to decide who is an administrator, and keeps nothing between the steps but what the browser brings back sealed.
 */
@NullMarked
package dev.usher.administrator.oidc;

import org.jspecify.annotations.NullMarked;
