/** ElevenLabs: speech, sound effects and music, each answered with the sound itself. */
@NullMarked
package dev.foley.provider.elevenlabs;

import org.jspecify.annotations.NullMarked;
