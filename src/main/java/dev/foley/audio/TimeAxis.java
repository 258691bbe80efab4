package dev.foley.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Which times stand below a sound. */
final class TimeAxis {
  private static final long SECOND_MILLIS = 1_000;
  private static final long[] STEPS_MILLIS = {100, 200, 500, SECOND_MILLIS, 2_000, 5_000, 10_000, 15_000, 30_000,
      60_000,
      120_000, 300_000, 600_000, 1_800_000, 3_600_000};

  private TimeAxis() {}

  /** @param label minutes and seconds, such as 1:30; tenths too, such as 0:00.5, where steps are shorter than a second */
  record Tick(long atMillis, String label) {}

  /**
   * Ticks from the beginning on at round times.
   *
   * @param maxTicks more do not stand next to each other
   */
  static List<Tick> ticks(long lengthMillis, int maxTicks) {
    long step = step(lengthMillis, maxTicks);
    List<Tick> ticks = new ArrayList<>();
    for (long at = 0; at <= lengthMillis; at += step) {
      ticks.add(new Tick(at, label(at, step < SECOND_MILLIS)));
    }
    return ticks;
  }

  private static long step(long lengthMillis, int maxTicks) {
    for (long step : STEPS_MILLIS) {
      if (lengthMillis / step < maxTicks && (step >= SECOND_MILLIS || lengthMillis < 2 * SECOND_MILLIS)) {
        return step;
      }
    }
    return lengthMillis / (maxTicks - 1) + 1;
  }

  private static String label(long millis, boolean tenths) {
    String label = String.format(Locale.ROOT, "%d:%02d", millis / 60_000, millis / 1_000 % 60);
    return tenths ? label + "." + millis / 100 % 10 : label;
  }
}
