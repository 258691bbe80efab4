/** The simulated fal. */
@NullMarked
package dev.foley.playground.services.fal;

import org.jspecify.annotations.NullMarked;
