package dev.foley.discord.settings;

import dev.foley.discord.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** As many items as there is room for, and how many more there are. */
final class ShortList {
  private ShortList() {}

  /** Shows its name and pings nobody. */
  static String channel(long id) {
    return "<#" + Long.toUnsignedString(id) + ">";
  }

  /** Shows its name; it pings nobody because no message of ours parses mentions. */
  static String role(long id) {
    return "<@&" + Long.toUnsignedString(id) + ">";
  }

  /** All of them. */
  static String of(Locale locale, List<String> items, int maxLength) {
    return Messages.list(locale, shortened(locale, items, maxLength));
  }

  /** One of them. */
  static String alternatives(Locale locale, List<String> items, int maxLength) {
    return Messages.alternatives(locale, shortened(locale, items, maxLength));
  }

  private static List<String> shortened(Locale locale, List<String> items, int maxLength) {
    List<String> shown = new ArrayList<>();
    int length = 0;
    for (String item : items) {
      length += item.length() + 2;
      if (!shown.isEmpty() && length > maxLength) {
        shown.add(Messages.of(locale, SettingsText.MORE, items.size() - shown.size()));
        break;
      }
      shown.add(item);
    }
    return shown;
  }
}
