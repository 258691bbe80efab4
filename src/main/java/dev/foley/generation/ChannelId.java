package dev.foley.generation;

/** Snowflake of a Discord channel. */
public record ChannelId(long value) {
  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
