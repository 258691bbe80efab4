/** The page in a real browser, and what serves it. */
@NullMarked
package dev.foley.playground.page;

import org.jspecify.annotations.NullMarked;
