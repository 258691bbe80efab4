/** From words to a recorded request: the sound commands, their options, refusals, and the buttons that ask again. */
@NullMarked
package dev.foley.discord.request;

import org.jspecify.annotations.NullMarked;
