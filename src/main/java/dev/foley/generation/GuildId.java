package dev.foley.generation;

/** Snowflake of a Discord guild (a server). */
public record GuildId(long value) {
  @Override
  public String toString() {
    return Long.toUnsignedString(value);
  }
}
