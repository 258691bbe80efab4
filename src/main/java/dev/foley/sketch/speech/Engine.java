package dev.foley.sketch.speech;

import com.sun.speech.freetts.ProcessException;
import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The voice, for many threads: one sentence at a time, since FreeTTS cannot do two; each takes some ten milliseconds.
 * It is loaded when first needed and given back when memory runs short.
 */
final class Engine {
  private static final short[] NOTHING = {};

  /** Guarded by this. */
  private SoftReference<@Nullable Kal> loaded = new SoftReference<>(null);

  /**
   * Says a sentence; without the words that FreeTTS can make nothing of.
   *
   * @return samples at {@link Kal#SAMPLE_RATE}
   */
  synchronized short[] say(String words, Delivery delivery) {
    return say(kal(), words, delivery);
  }

  /** Hums, mouth closed, for about a second at stretch 1. */
  synchronized short[] hum(Delivery delivery) {
    try {
      return kal().hum(delivery);
    } catch (ProcessException e) {
      throw new IllegalStateException("the voice cannot even hum", e);
    }
  }

  private Kal kal() {
    Kal kal = loaded.get();
    if (kal == null) {
      kal = Kal.awake();
      loaded = new SoftReference<>(kal);
    }
    return kal;
  }

  private static short[] say(Kal kal, String words, Delivery delivery) {
    try {
      return kal.say(words, delivery);
    } catch (ProcessException | RuntimeException e) { // it parses numbers without asking whether they are too long, and so on
      int space = words.indexOf(' ', words.length() / 2);
      int cut = space > 0 ? space : words.lastIndexOf(' ');
      return cut > 0
          ? joined(say(kal, words.substring(0, cut), delivery), say(kal, words.substring(cut + 1), delivery))
          : NOTHING;
    }
  }

  private static short[] joined(short[] first, short[] second) {
    short[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
