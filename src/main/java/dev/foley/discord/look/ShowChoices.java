package dev.foley.discord.look;

import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.generation.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.dv8tion.jda.api.interactions.commands.Command.Choice;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** A member's earlier sounds, as suggestions. Pure. */
final class ShowChoices {
  private ShowChoices() {}

  static List<Choice> of(Locale locale, List<Generation> found, Instant now) {
    return found.stream().limit(OptionData.MAX_CHOICES)
        .map(generation -> new Choice(label(locale, generation, now), generation.id().value())).toList();
  }

  /** Plain text of at most 100 characters, such as {@code warm lo-fi piano · 12 s · 3 days ago}. */
  static String label(Locale locale, Generation generation, Instant now) {
    List<String> facts = new ArrayList<>();
    RequestWords.length(locale, generation).ifPresent(facts::add);
    facts.add(ago(locale, Duration.between(generation.createdAt(), now)));
    String tail = " · " + String.join(" · ", facts);
    return cut(SafeText.plain(generation.request().prompt()), OptionData.MAX_CHOICE_NAME_LENGTH - tail.length()) + tail;
  }

  /** Discord counts UTF-16 units here. */
  private static String cut(String prompt, int maxUnits) {
    String shown = SafeText.shorten(prompt, maxUnits);
    for (int most = maxUnits - 1; shown.length() > maxUnits; most--) {
      shown = SafeText.shorten(prompt, most);
    }
    return shown;
  }

  private static String ago(Locale locale, Duration passed) {
    if (passed.toMinutes() < 1) {
      return Messages.of(locale, LookText.JUST_NOW);
    }
    if (passed.toHours() < 1) {
      return Messages.of(locale, LookText.MINUTES_AGO, passed.toMinutes());
    }
    return passed.toDays() < 1
        ? Messages.of(locale, LookText.HOURS_AGO, passed.toHours())
        : Messages.of(locale, LookText.DAYS_AGO, passed.toDays());
  }
}
