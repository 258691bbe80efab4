package dev.foley.provider;

import java.math.BigDecimal;

/** What a member set a {@link Parameter} to. */
public sealed interface ParameterValue {
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
