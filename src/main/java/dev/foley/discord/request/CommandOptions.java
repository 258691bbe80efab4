package dev.foley.discord.request;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Localized;
import dev.foley.generation.Takes;
import dev.foley.provider.AudioModel;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/**
 * What Discord is told of a command's options, derived from the models that offer it. Discord knows one range for an option, whichever
 * model is chosen beside it, so it is told the union of theirs; what the chosen model takes is checked when the command is used.
 */
final class CommandOptions {
  static final String MODEL = "model";
  static final String TAKES = "takes";
  static final String PRIVATE = "private";
  static final String VOICE = Parameter.VOICE.optionName();

  private static final int MAX_TEXT = 6_000;
  private static final int MAX_NAME = 100;

  private CommandOptions() {}

  /** @param models those that make this kind of sound, at least one */
  static List<OptionData> of(CommandForm form, List<AudioModel> models) {
    List<OptionData> options = new ArrayList<>();
    options.add(prompt(form, models));
    for (String name : form.options()) {
      switch (name) {
        case MODEL -> options.add(option(OptionType.STRING, form, name).setMaxLength(MAX_NAME).setAutoComplete(true));
        case TAKES ->
          options.add(option(OptionType.INTEGER, form, name, 1, Takes.MOST).setRequiredRange(1, Takes.MOST));
        case PRIVATE -> options.add(option(OptionType.BOOLEAN, form, name));
        default -> parameter(form, Parameter.valueOf(name.toUpperCase(Locale.ROOT)), models).ifPresent(options::add);
      }
    }
    return options;
  }

  private static OptionData prompt(CommandForm form, List<AudioModel> models) {
    int min = models.stream().mapToInt(model -> model.prompt().minLength()).min().orElse(1);
    int max = models.stream().mapToInt(model -> model.prompt().maxLength()).max().orElse(MAX_TEXT);
    return option(OptionType.STRING, form, form.prompt()).setRequired(true)
        .setRequiredLength(Math.min(min, MAX_TEXT), Math.min(max, MAX_TEXT));
  }

  /** Empty if no model has it. Should models differ in what kind of value they take, the first one's kind is offered. */
  private static Optional<OptionData> parameter(CommandForm form, Parameter parameter,
      List<AudioModel> models) {
    List<ParameterRange> ranges = models.stream().flatMap(model -> model.range(parameter).stream()).toList();
    if (ranges.isEmpty()) {
      return Optional.empty();
    }
    String name = parameter.optionName();
    return Optional.of(switch (ranges.getFirst()) {
      case ParameterRange.Numbers _ -> numbers(form, name, of(ParameterRange.Numbers.class, ranges));
      case ParameterRange.Words _ -> words(form, name, of(ParameterRange.Words.class, ranges));
      case ParameterRange.Choice _ -> choice(form, name, of(ParameterRange.Choice.class, ranges));
      case ParameterRange.YesOrNo _ -> option(OptionType.BOOLEAN, form, name);
      case ParameterRange.AnyVoice _ ->
        option(OptionType.STRING, form, name).setMaxLength(MAX_NAME).setAutoComplete(true);
    });
  }

  private static OptionData numbers(CommandForm form, String name, List<ParameterRange.Numbers> ranges) {
    BigDecimal min = ranges.stream().map(ParameterRange.Numbers::min).min(Comparator.naturalOrder()).orElseThrow();
    BigDecimal max = ranges.stream().map(ParameterRange.Numbers::max).max(Comparator.naturalOrder()).orElseThrow();
    return ranges.stream().allMatch(ParameterRange.Numbers::whole)
        ? option(OptionType.INTEGER, form, name, min, max).setRequiredRange(min.longValue(), max.longValue())
        : option(OptionType.NUMBER, form, name, min, max).setRequiredRange(min.doubleValue(), max.doubleValue());
  }

  private static OptionData words(CommandForm form, String name, List<ParameterRange.Words> ranges) {
    int min = ranges.stream().mapToInt(ParameterRange.Words::minLength).min().orElse(1);
    int max = ranges.stream().mapToInt(ParameterRange.Words::maxLength).max().orElse(MAX_TEXT);
    return option(OptionType.STRING, form, name).setRequiredLength(Math.min(min, MAX_TEXT), Math.min(max, MAX_TEXT));
  }

  /** More words than Discord lets one choose from are typed. */
  private static OptionData choice(CommandForm form, String name, List<ParameterRange.Choice> ranges) {
    OptionData option = option(OptionType.STRING, form, name);
    List<String> values = ranges.stream().flatMap(range -> range.values().stream()).distinct().toList();
    if (values.size() <= OptionData.MAX_CHOICES) {
      values.forEach(value -> option.addChoice(value, value));
    }
    return option;
  }

  private static <T extends ParameterRange> List<T> of(Class<T> kind, List<ParameterRange> ranges) {
    return ranges.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private static OptionData option(OptionType type, CommandForm form, String name, Object... arguments) {
    return Localized.option(type, form.command(), name, arguments);
  }
}
