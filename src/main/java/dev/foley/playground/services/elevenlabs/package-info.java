/** The simulated ElevenLabs. */
@NullMarked
package dev.foley.playground.services.elevenlabs;

import org.jspecify.annotations.NullMarked;
