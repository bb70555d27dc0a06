/**
 * The data source that makes one WAR serve every database, the migrations that run before anything else, and the class
 * by which EclipseLink finds the server's transactions. It holds no rows of its own and no rule of the product.
 */
@NullMarked
package dev.usher.platform.store;

import org.jspecify.annotations.NullMarked;
