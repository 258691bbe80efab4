package dev.foley.discord.help;

import dev.foley.discord.text.Messages;
import dev.foley.provider.AudioModel;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Which models have an option, and in which range: a line for each option. Pure. */
final class OptionRanges {
  /** Models that a range is said of by name; the others are counted. */
  private static final int NAMED = 3;

  private final ModelCatalogue catalogue;
  private final Locale locale;

  OptionRanges(ModelCatalogue catalogue, Locale locale) {
    this.catalogue = catalogue;
    this.locale = locale;
  }

  /** Such as {@code **seconds** · 1–47 (loops), 1–190 (long-audio)}; only of what is set up here. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Parameter parameter : Parameter.values()) {
      Map<String, List<String>> models = new LinkedHashMap<>();
      for (AudioModel model : catalogue.models()) {
        Optional<ParameterRange> range = model.range(parameter);
        if (range.isPresent() && catalogue.provider(model.id()).isPresent()) {
          models.computeIfAbsent(said(range.get()), _ -> new ArrayList<>()).add(model.id().value());
        }
      }
      if (!models.isEmpty()) {
        List<String> ranges = models.entrySet().stream()
            .map(entry -> Messages.of(locale, HelpText.OPTION_RANGE, entry.getKey(), named(entry.getValue()))).toList();
        lines.add(Messages.of(locale, HelpText.OPTION, Messages.of(locale, parameter), String.join(" · ", ranges)));
      }
    }
    return lines;
  }

  private String named(List<String> models) {
    List<String> named = new ArrayList<>(models.subList(0, Math.min(NAMED, models.size())));
    if (models.size() > NAMED) {
      named.add(Messages.of(locale, HelpText.MORE, models.size() - NAMED));
    }
    return String.join(", ", named);
  }

  private String said(ParameterRange range) {
    return switch (range) {
      case ParameterRange.Numbers(var min, var max, _, _) -> Messages.of(locale, HelpText.NUMBERS, min, max);
      case ParameterRange.Words(_, int maxLength) -> Messages.of(locale, HelpText.WORDS, maxLength);
      case ParameterRange.Choice(var values) -> Messages.alternatives(locale, values);
      case ParameterRange.YesOrNo _ -> Messages.of(locale, HelpText.FLAG);
      case ParameterRange.AnyVoice _ -> Messages.of(locale, HelpText.VOICE);
    };
  }
}
