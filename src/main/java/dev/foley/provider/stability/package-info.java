/** Stability AI: Stable Audio 2 and 2.5 answer at once, Stable Audio 3 takes a job. */
@NullMarked
package dev.foley.provider.stability;

import org.jspecify.annotations.NullMarked;
