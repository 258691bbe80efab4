/** WAV and PCM: reading, writing, sniffing and measuring. Imports nothing else of Foley. */
@NullMarked
package dev.foley.audio;

import org.jspecify.annotations.NullMarked;
