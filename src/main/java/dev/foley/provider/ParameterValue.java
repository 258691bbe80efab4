package dev.foley.provider;

import java.math.BigDecimal;

/** What a member set a {@link Parameter} to. */
public sealed interface ParameterValue {
  /** Before and behind the point. What services take has 12 at most. */
  int MAX_DIGITS = 30;

  /** Equal if the numbers are: 1.50 is 1.5. */
  record Quantity(BigDecimal value) implements ParameterValue {
    public Quantity {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @Override
    public String toString() {
      return value.toPlainString();
    }
  }

  record Text(String value) implements ParameterValue {
    /** Leaves the text out, which is as private as the prompt: this ends up in logs. */
    @Override
    public String toString() {
      return "[" + value.length() + " characters]";
    }
  }

  record Flag(boolean value) implements ParameterValue {
    @Override
    public String toString() {
      return Boolean.toString(value);
    }
  }

  /**
   * A number as somebody wrote it; a text where it is none, or one that nobody means: written out, 1e999999999 would fill the memory.
   */
  static ParameterValue number(String written) {
    try {
      BigDecimal value = new BigDecimal(written);
      return Math.abs((long) value.scale()) <= MAX_DIGITS && value.precision() <= MAX_DIGITS
          ? new Quantity(value)
          : new Text(written);
    } catch (NumberFormatException none) {
      return new Text(written);
    }
  }

  static ParameterValue of(long value) {
    return new Quantity(BigDecimal.valueOf(value));
  }

  static ParameterValue of(double value) {
    return new Quantity(BigDecimal.valueOf(value));
  }

  static ParameterValue of(String value) {
    return new Text(value);
  }

  static ParameterValue of(boolean value) {
    return new Flag(value);
  }
}
