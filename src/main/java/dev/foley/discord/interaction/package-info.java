/** The way in: interactions, routed on the event thread, acknowledged, and handed to where waiting is allowed. */
@NullMarked
package dev.foley.discord.interaction;

import org.jspecify.annotations.NullMarked;
