/** Commands, refusals, progress and delivery. The only package that knows JDA. */
@NullMarked
package dev.foley.discord;

import org.jspecify.annotations.NullMarked;
