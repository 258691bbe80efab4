package dev.foley.sketch.speech;

import dev.foley.audio.PcmClip;
import dev.foley.sketch.speech.Sentence.Pause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Speaks a text, offline: English, mono, 44.1 kHz, 16 bits. The same arguments give the same bytes. Thread-safe;
 * sentences of several texts take turns.
 */
public final class SpeechSketch {
  /** Characters of the longest text: what speech services take at most. */
  public static final int LONGEST_TEXT = 10_000;
  public static final double SLOWEST = 0.7;
  public static final double FASTEST = 1.2;
  /** Nothing is spoken for longer: a row of digits or emoji takes more time to say than to write. */
  public static final Duration LONGEST = Duration.ofMinutes(20);

  private final Engine engine = new Engine();
  private final Duration longest;

  /** Cheap: the voice is loaded by the first {@link #render}. */
  public SpeechSketch() {
    this(LONGEST);
  }

  SpeechSketch(Duration longest) {
    this.longest = longest;
  }

  /** The speakers, lowest first. */
  public List<SketchVoice> voices() {
    return Speaker.ALL.stream().map(Speaker::voice).toList();
  }

  /**
   * Speaks. What English has no sound for is transliterated (Greek, Cyrillic, kana), named (emoji) or left out; of a
   * text where nothing is left one hears a short hum.
   *
   * <p>Memory grows with the length: 5.3 MB for a minute, and 2 MB more while it works; besides 17 MB for the voice,
   * which may be let go.
   *
   * @param text up to {@link #LONGEST_TEXT} characters
   * @param speed {@link #SLOWEST} to {@link #FASTEST}; 1 is about 165 words a minute; leaves the pitch alone
   * @param seed moves pitch, pace and pauses a little
   * @throws IllegalArgumentException if nobody has that voice id, or the text or the speed is out of range
   */
  public PcmClip render(String text, String voiceId, double speed, long seed) {
    Speaker speaker = Speaker.of(voiceId);
    check(text, speed);
    RandomGenerator chance = new SplittableRandom(seed * 31 + text.hashCode());
    List<Said> speech = new ArrayList<>();
    double seconds = 0;
    for (Sentence sentence : Sentences.of(Wording.of(text))) {
      short[] samples = engine.say(sentence.words(), Delivery.by(speaker, speed, chance));
      Said said = Said.trimmed(samples, pauseMillis(sentence.pause(), speed, chance));
      seconds += said.seconds(speaker.tract());
      if (seconds > longest.toSeconds()) {
        break;
      }
      speech.add(said);
    }
    if (speech.stream().allMatch(said -> said.samples().length == 0)) {
      short[] hum = engine.hum(Delivery.by(speaker, speed, chance));
      speech.add(Said.trimmed(hum, pauseMillis(Pause.STOP, speed, chance)));
    }
    return SpeechMaster.finish(speech, speaker.tract());
  }

  private static int pauseMillis(Pause pause, double speed, RandomGenerator chance) {
    return (int) (pause.millis() / speed * chance.nextDouble(0.9, 1.1));
  }

  /**
   * How long a text will take, from the count of its letters: within a fifth for prose of some sentences. Does not
   * load the voice.
   *
   * @param speed as for {@link #render}
   * @throws IllegalArgumentException if the text or the speed is out of range
   */
  public Duration estimate(String text, double speed) {
    check(text, speed);
    double seconds = 0;
    for (Sentence sentence : Sentences.of(Wording.of(text))) {
      seconds += sentence.secondsAbout() + sentence.pause().millis() / 1000.0;
    }
    Duration length = Duration.ofMillis(Math.round(1000 * Math.max(seconds / speed, 1)));
    return length.compareTo(longest) > 0 ? longest : length;
  }

  private static void check(String text, double speed) {
    if (text.length() > LONGEST_TEXT) {
      throw new IllegalArgumentException("a text has at most " + LONGEST_TEXT + " characters, not " + text.length());
    }
    if (!(speed >= SLOWEST && speed <= FASTEST)) {
      throw new IllegalArgumentException("the speed is from " + SLOWEST + " to " + FASTEST + ", not " + speed);
    }
  }
}
