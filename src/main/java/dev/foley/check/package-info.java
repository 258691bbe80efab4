/** What a host's {@code ./foley check} looks at before the bot is started, each thing by a {@link Probe}. It changes nothing. */
@NullMarked
package dev.foley.check;

import org.jspecify.annotations.NullMarked;
