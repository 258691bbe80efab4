/** Looks at what is under way and at what was made before: {@code /queue}, {@code /history}, {@code /show}, and the details of a sound. */
@NullMarked
package dev.foley.discord.look;

import org.jspecify.annotations.NullMarked;
