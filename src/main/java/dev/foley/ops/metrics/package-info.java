/** What the bot counts and measures, for whoever asks; Micrometer lives here alone. */
@NullMarked
package dev.foley.ops.metrics;

import org.jspecify.annotations.NullMarked;
