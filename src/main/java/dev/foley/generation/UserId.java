package dev.foley.generation;

/** Snowflake of a Discord user. */
public record UserId(long value) {
  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
