/**
 * The offline synthesiser: words in, PCM out. Imports {@code audio} only.
 *
 * <p>A prompt for music goes through four stages, each a value for the next:
 * {@code PromptReader} (words, by the tables of {@code Lexicon}) makes a {@code MusicBrief};
 * {@code Composer} ({@code Genre} holds the tables of styles) makes a {@code Score};
 * {@code Studio} (voices, drums, room) makes a recording; {@code Master} makes the clip.
 *
 * <p>A sound effect goes the same way: {@code EffectReader} (words, by {@code EffectLexicon}) makes {@code EffectCue}s;
 * {@code EffectPlan} gives each its time; {@code EffectStage} plays them by the models that {@code Sound} lists;
 * {@code EffectMaster} makes the clip.
 *
 * <p>All sound is synthesised here rather than by the JDK's MIDI synthesiser: that one is reached only through a package
 * that the JDK does not export, and it plays whatever sound bank the machine has, so a seed would not fix the bytes.
 * Random numbers come from the seed alone, arithmetic from {@code StrictMath} and operators.
 */
@NullMarked
package dev.foley.sketch;

import org.jspecify.annotations.NullMarked;
