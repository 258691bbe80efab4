/** One generation from request to delivery: states, the step, its ports. Performs no I/O. */
@NullMarked
package dev.foley.generation;

import org.jspecify.annotations.NullMarked;
