/**
 * Speech, offline: text in, PCM out. Imports {@code audio} only; alone knows FreeTTS.
 *
 * <p>{@code Wording} turns a member's text into English words and a few marks, {@code Sentences} into what is said in
 * one breath; {@code Kal} (FreeTTS's diphone voice) says each, {@code Speaker} makes five of the one,
 * {@code Resampler} and {@code SpeechMaster} make the clip.
 */
@NullMarked
package dev.foley.sketch.speech;

import org.jspecify.annotations.NullMarked;
