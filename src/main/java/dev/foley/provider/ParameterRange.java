package dev.foley.provider;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Which values of a {@link Parameter} a model takes. */
public sealed interface ParameterRange {
  /** Whether a value may be sent. One of another type may not. */
  boolean contains(ParameterValue value);

  /**
   * Numbers.
   *
   * @param min smallest, inclusive
   * @param max largest, inclusive
   * @param whole whether fractions are refused
   * @param defaultValue what the service takes where nothing is sent; empty where it then does without, or decides by itself
   */
  record Numbers(BigDecimal min, BigDecimal max, boolean whole, Optional<BigDecimal> defaultValue)
      implements
        ParameterRange {
    public Numbers {
      if (min.compareTo(max) > 0) {
        throw new IllegalArgumentException(min + " > " + max);
      }
      if (defaultValue.isPresent()
          && (defaultValue.get().compareTo(min) < 0 || defaultValue.get().compareTo(max) > 0)) {
        throw new IllegalArgumentException("default " + defaultValue.get() + " is not in " + min + " to " + max);
      }
    }

    public static Numbers whole(long min, long max, long defaultValue) {
      return new Numbers(BigDecimal.valueOf(min), BigDecimal.valueOf(max), true,
          Optional.of(BigDecimal.valueOf(defaultValue)));
    }

    public static Numbers whole(long min, long max) {
      return new Numbers(BigDecimal.valueOf(min), BigDecimal.valueOf(max), true, Optional.empty());
    }

    public static Numbers decimal(String min, String max) {
      return new Numbers(new BigDecimal(min), new BigDecimal(max), false, Optional.empty());
    }

    @Override
    public boolean contains(ParameterValue value) {
      return value instanceof ParameterValue.Quantity(BigDecimal number) && number.compareTo(min) >= 0
          && number.compareTo(max) <= 0 && (!whole || number.scale() <= 0);
    }
  }

  /**
   * Text of a length, in characters (UTF-16 units, as Discord counts them).
   */
  record Words(int minLength, int maxLength) implements ParameterRange {
    public Words {
      if (minLength < 1 || minLength > maxLength) {
        throw new IllegalArgumentException("lengths " + minLength + " to " + maxLength);
      }
    }

    @Override
    public boolean contains(ParameterValue value) {
      return value instanceof ParameterValue.Text(String text) && text.length() >= minLength
          && text.length() <= maxLength && !text.isBlank();
    }
  }

  /** One of these words. */
  record Choice(List<String> values) implements ParameterRange {
    public Choice {
      values = List.copyOf(values);
    }

    @Override
    public boolean contains(ParameterValue value) {
      return value instanceof ParameterValue.Text(String text) && values.contains(text);
    }
  }

  /** Yes or no. */
  record YesOrNo() implements ParameterRange {
    @Override
    public boolean contains(ParameterValue value) {
      return value instanceof ParameterValue.Flag;
    }
  }

  /** A voice's id; which there are, the service says when it is asked ({@link AudioProvider#voices}). */
  record AnyVoice() implements ParameterRange {
    private static final int MAX_LENGTH = 100;

    @Override
    public boolean contains(ParameterValue value) {
      return value instanceof ParameterValue.Text(String id) && !id.isBlank() && id.length() <= MAX_LENGTH;
    }
  }
}
