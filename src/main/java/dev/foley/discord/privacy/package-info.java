/** A member's own data: to take away, and to have removed. */
@NullMarked
package dev.foley.discord.privacy;

import org.jspecify.annotations.NullMarked;
