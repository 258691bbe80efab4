/** What the managers of a server set, and what follows from it for who asks there. */
@NullMarked
package dev.foley.discord.settings;

import org.jspecify.annotations.NullMarked;
