/**
 * Tests of the product as it is shipped, over HTTP. {@link dev.usher.it.UsherServer} starts the runnable jar once for
 * all of them; each test makes its own {@link dev.usher.it.TestTenant}, so none cleans up and none depends on another.
 */
package dev.usher.it;
