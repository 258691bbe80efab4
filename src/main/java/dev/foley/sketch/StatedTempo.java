package dev.foley.sketch;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A tempo given as a number: "128 BPM", "bpm: 90", "120-124 bpm" (the middle is taken). */
final class StatedTempo {
  private static final String NUMBER = "(\\d{2,3}(?:\\.\\d{1,3})?)";
  private static final Pattern BEFORE = Pattern.compile(
      "(?<![\\d.])(?:" + NUMBER + " ?(?:-|–|to|bis) ?)?" + NUMBER + " ?-?(?:bpm\\b|beats per minute|beats a minute)");
  private static final Pattern AFTER = Pattern.compile("\\b(?:bpm|tempo)(?: of)? ?[:=]? ?" + NUMBER + "(?![\\d.])");
  private static final double SLOWEST = 30;
  private static final double FASTEST = 300;

  private StatedTempo() {}

  /**
   * @param text as {@link Phrasebook#normalise} makes it
   */
  static OptionalDouble in(String text) {
    Matcher before = BEFORE.matcher(text);
    if (before.find()) {
      double last = Double.parseDouble(before.group(2));
      double first = Optional.ofNullable(before.group(1)).map(Double::parseDouble).orElse(last);
      return OptionalDouble.of(limit((first + last) / 2));
    }
    Matcher after = AFTER.matcher(text);
    return after.find() ? OptionalDouble.of(limit(Double.parseDouble(after.group(1)))) : OptionalDouble.empty();
  }

  private static double limit(double bpm) {
    return Math.max(SLOWEST, Math.min(FASTEST, bpm));
  }
}
