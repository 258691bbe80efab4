/** How to use the bot, derived from what it can do. */
@NullMarked
package dev.foley.discord.help;

import org.jspecify.annotations.NullMarked;
