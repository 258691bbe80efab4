package dev.foley.sketch;

import dev.foley.audio.PcmClip;
import dev.foley.sketch.Phrasebook.Found;
import java.time.Duration;

/**
 * Music or a sound effect, whichever the words speak of: what models do that make both. Words of music win, since music may well
 * have rain in it; words of neither are music. Thread-safe.
 */
public final class AnySketch {
  private final MusicSketch music = new MusicSketch();
  private final EffectSketch effects = new EffectSketch();

  /**
   * @param length 0.5 to 380 s
   * @throws IllegalArgumentException if the length is outside that range
   */
  public PcmClip render(String prompt, Duration length, long seed) {
    String text = Phrasebook.normalise(prompt);
    return speaksOfMusic(text) || !speaksOfEffects(text)
        ? music.render(prompt, length, seed)
        : effects.render(prompt, length, false, seed);
  }

  private static boolean speaksOfMusic(String text) {
    return StatedTempo.in(text).isPresent() || Lexicon.phrases().find(text).stream().map(Found::meaning)
        .anyMatch(meaning -> switch (meaning) {
          case Meaning.Play _, Meaning.Feature _, Meaning.Seat _, Meaning.Scale _, Meaning.Solo _ -> true;
          case Meaning.Empty _, Meaning.Surround _, Meaning.Speed _, Meaning.Alone _, Meaning.Feel _ -> false;
        });
  }

  private static boolean speaksOfEffects(String text) {
    return EffectLexicon.phrases().find(text).stream().anyMatch(word -> word.meaning() instanceof EffectWord.Names);
  }
}
