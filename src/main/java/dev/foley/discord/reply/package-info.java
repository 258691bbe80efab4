/** The way out: progress, results, failures, and the ladder by which they reach the member. */
@NullMarked
package dev.foley.discord.reply;

import org.jspecify.annotations.NullMarked;
