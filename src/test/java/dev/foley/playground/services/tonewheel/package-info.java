/** A made-up service: the example of {@code docs/adding-a-provider.md}, which quotes these files. */
@NullMarked
package dev.foley.playground.services.tonewheel;

import org.jspecify.annotations.NullMarked;
