/** What members read: the bundle, and words and figures made safe and local. Knows no JDA event. */
@NullMarked
package dev.foley.discord.text;

import org.jspecify.annotations.NullMarked;
