/** {@code ./foley bench polling}: what the bot's own plan of when to ask costs, beside fixed loops and the best possible plan. */
@NullMarked
package dev.foley.bench.polling;

import org.jspecify.annotations.NullMarked;
