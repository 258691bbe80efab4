/** The hot pure parts of the bot, by JMH. */
@NullMarked
package dev.foley.bench.jmh;

import org.jspecify.annotations.NullMarked;
