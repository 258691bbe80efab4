/** The local Discord, the simulated services and the demo. Imports nothing of the bot. */
@NullMarked
package dev.foley.playground;

import org.jspecify.annotations.NullMarked;
