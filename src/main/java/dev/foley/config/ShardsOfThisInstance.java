package dev.foley.config;

import dev.foley.discord.Shards;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code auto}, how many shards there are in all, or those of this instance: {@code 0-1/4}, {@code 2/4}. */
record ShardsOfThisInstance() implements Format<Shards> {
  private static final int MOST = 10_000;
  private static final Pattern RANGE = Pattern.compile("(\\d{1,5})(?:\\s*-\\s*(\\d{1,5}))?\\s*/\\s*(\\d{1,5})");

  @Override
  public String form() {
    return "auto, a number, or a range such as 0-1/4";
  }

  @Override
  public Shards read(String text) throws UnfitValueException {
    String written = text.strip();
    if (written.equals("auto")) {
      return Shards.AUTO;
    }
    if (written.matches("\\d{1,5}")) {
      return range(text, 0, Integer.parseInt(written) - 1, Integer.parseInt(written));
    }
    Matcher range = RANGE.matcher(written);
    if (!range.matches()) {
      throw UnfitValueException.of(text,
          "write auto, how many shards there are in all, such as 4, or those of this instance, such as 0-1/4");
    }
    int first = Integer.parseInt(range.group(1));
    return range(text, first, range.group(2) == null ? first : Integer.parseInt(range.group(2)),
        Integer.parseInt(range.group(3)));
  }

  private static Shards range(String text, int first, int last, int total) throws UnfitValueException {
    if (total < 1 || total > MOST) {
      throw UnfitValueException.of(text, "write a number of shards from 1 to " + MOST);
    }
    if (last >= total) {
      throw UnfitValueException.of(text, "of " + total + " shards, the first is 0 and the last is " + (total - 1));
    }
    if (last < first) {
      throw UnfitValueException.of(text, "write the smaller number first, such as " + last + "-" + first + "/" + total);
    }
    return new Shards.Range(first, last, total);
  }
}
