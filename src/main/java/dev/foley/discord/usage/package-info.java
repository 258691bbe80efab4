/** What a member and their server spent. */
@NullMarked
package dev.foley.discord.usage;

import org.jspecify.annotations.NullMarked;
