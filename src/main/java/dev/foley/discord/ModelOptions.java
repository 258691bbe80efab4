package dev.foley.discord;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.dv8tion.jda.api.interactions.commands.OptionType;
import net.dv8tion.jda.api.interactions.commands.build.OptionData;

/** The options of a command that makes a sound, derived from its model: what Discord is told, and how they are read. */
final class ModelOptions {
  private static final String PROMPT = "prompt";
  private static final int DISCORD_MAX_LENGTH = 6_000;

  private final String command;
  private final AudioModel model;

  ModelOptions(String command, AudioModel model) {
    this.command = command;
    this.model = model;
  }

  /** What a member filled in. */
  interface Filled {
    Optional<String> text(String option);

    OptionalLong whole(String option);
  }

  List<OptionData> data(List<Parameter> parameters) {
    List<OptionData> options = new ArrayList<>();
    options.add(new OptionData(OptionType.STRING, PROMPT, description(PROMPT), true)
        .setRequiredLength(1, Math.min(model.prompt().maxLength(), DISCORD_MAX_LENGTH)));
    for (Parameter parameter : parameters) {
      if (model.range(parameter).orElse(null) instanceof ParameterRange.Numbers range) {
        options.add(option(parameter, range));
      }
    }
    return options;
  }

  /** As typed; only that a prompt of nothing that can be seen counts as empty. */
  AudioRequest read(Filled filled) {
    Map<Parameter, ParameterValue> set = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      filled.whole(parameter.optionName()).ifPresent(value -> set.put(parameter, ParameterValue.of(value)));
    }
    String prompt = filled.text(PROMPT).orElse("");
    return new AudioRequest(model.id(), SoundKind.MUSIC, SafeText.plain(prompt).isEmpty() ? "" : prompt, set);
  }

  private OptionData option(Parameter parameter, ParameterRange.Numbers range) {
    String description = description(parameter.optionName(), range.min(), range.max());
    if (range.defaultValue().isPresent()) {
      description = Messages.of(Locale.ENGLISH, Text.OPTION_DEFAULT, description, range.defaultValue().get());
    }
    return new OptionData(OptionType.INTEGER, parameter.optionName(), description)
        .setRequiredRange(range.min().longValue(), range.max().longValue());
  }

  private String description(String option, Object... arguments) {
    return Messages.description(Locale.ENGLISH, command + ".options." + option, arguments);
  }
}
