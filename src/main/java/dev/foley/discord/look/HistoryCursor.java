package dev.foley.discord.look;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.Press;
import dev.foley.generation.GenerationId;
import dev.foley.generation.UserId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of somebody's history, as a button names it.
 *
 * @param id the page begins beyond this request; empty for the newest page
 * @param newer on which side of it
 */
record HistoryCursor(UserId member, Optional<GenerationId> id, boolean newer) {
  private static final Pattern ARGUMENT = Pattern.compile("(\\d{1,20})\\.([ab])([0-9A-Z]{13})");
  private static final String AFTER = "a";
  private static final String BEFORE = "b";

  static HistoryCursor newest(UserId member) {
    return new HistoryCursor(member, Optional.empty(), false);
  }

  static HistoryCursor older(UserId member, GenerationId than) {
    return new HistoryCursor(member, Optional.of(than), false);
  }

  static HistoryCursor newer(UserId member, GenerationId than) {
    return new HistoryCursor(member, Optional.of(than), true);
  }

  /** Empty if it is forged. */
  static Optional<HistoryCursor> parse(String argument) {
    Matcher parts = ARGUMENT.matcher(argument);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      UserId member = new UserId(Long.parseUnsignedLong(parts.group(1)));
      return Press.generation(parts.group(3))
          .map(id -> new HistoryCursor(member, Optional.of(id), parts.group(2).equals(AFTER)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Only of a page beyond a request. */
  String customId() {
    return ButtonAction.HISTORY.customId(member + "." + (newer ? AFTER : BEFORE) + id.orElseThrow());
  }
}
