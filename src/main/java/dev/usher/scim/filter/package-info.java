/** The one grammar of filters, value paths and PATCH paths: parser, printer, evaluator in memory. It knows no SQL. */
@NullMarked
package dev.usher.scim.filter;

import org.jspecify.annotations.NullMarked;
