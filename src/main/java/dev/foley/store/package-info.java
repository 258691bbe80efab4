/** The ports of {@code generation} over SQL and db-scheduler. The only package that knows either. */
@NullMarked
package dev.foley.store;

import org.jspecify.annotations.NullMarked;
