package dev.foley.config;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes such as {@code 200 MB}, in bytes. As Discord counts them: 1 MB is 1,024 KB. */
record Sizes(long least, long most) implements Format<Long> {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}) ?([kmg])i?b", Pattern.CASE_INSENSITIVE);

  @Override
  public String form() {
    return "a size, from " + write(least) + " to " + write(most);
  }

  @Override
  public Long read(String text) throws UnfitValueException {
    Matcher size = SIZE.matcher(text.strip());
    if (!size.matches()) {
      throw UnfitValueException.of(text, "write a number with its unit (KB, MB or GB), such as 200 MB");
    }
    long bytes = Long.parseLong(size.group(1)) << switch (size.group(2).toLowerCase(Locale.ROOT)) {
      case "k" -> 10;
      case "m" -> 20;
      default -> 30;
    };
    if (bytes < least || bytes > most) {
      throw UnfitValueException.of(text, "write a size from " + write(least) + " to " + write(most));
    }
    return bytes;
  }

  static String write(long bytes) {
    if (bytes % (1L << 30) == 0) {
      return (bytes >> 30) + " GB";
    }
    return bytes % (1L << 20) == 0 ? (bytes >> 20) + " MB" : (bytes >> 10) + " KB";
  }
}
