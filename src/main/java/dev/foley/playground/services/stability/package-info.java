/** The simulated audio services of Stability AI. */
@NullMarked
package dev.foley.playground.services.stability;

import org.jspecify.annotations.NullMarked;
