package dev.foley.generation;

import java.util.regex.Pattern;

/**
 * Names one generation everywhere: row, timer, log, button, message nonce, file name, correlation id at the service. A TSID in
 * Crockford's base 32: 13 characters that sort by time; short because a Discord nonce has at most 25.
 */
public record GenerationId(String value) implements Comparable<GenerationId> {
  private static final Pattern FORM = Pattern.compile("[0-9A-HJKMNP-TV-Z]{13}");

  public GenerationId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a generation id");
    }
  }

  @Override
  public int compareTo(GenerationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
