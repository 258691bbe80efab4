package dev.foley.provider;

import java.util.OptionalInt;

/**
 * The whole numbers that a parameter may take.
 *
 * @param min smallest, inclusive
 * @param max largest, inclusive
 * @param defaultValue what the service takes where nothing is sent; empty where it then does without
 */
public record IntegerRange(int min, int max, OptionalInt defaultValue) {
  public IntegerRange {
    if (min > max) {
      throw new IllegalArgumentException(min + " > " + max);
    }
    if (defaultValue.isPresent() && (defaultValue.getAsInt() < min || defaultValue.getAsInt() > max)) {
      throw new IllegalArgumentException("default " + defaultValue.getAsInt() + " is not in " + min + " to " + max);
    }
  }

  public static IntegerRange of(int min, int max, int defaultValue) {
    return new IntegerRange(min, max, OptionalInt.of(defaultValue));
  }

  public static IntegerRange withoutDefault(int min, int max) {
    return new IntegerRange(min, max, OptionalInt.empty());
  }

  public boolean contains(long value) {
    return value >= min && value <= max;
  }
}
