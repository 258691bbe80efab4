package dev.foley.discord.request;

import dev.foley.discord.text.SafeText;
import dev.foley.provider.ParameterValue;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.interactions.commands.OptionMapping;

/**
 * What a member filled in, by option. A client can be forged, so each value is of the type that came, which need not be the one
 * that was registered; whoever expects another finds it wrong.
 */
record FilledOptions(Map<String, ParameterValue> values) {
  FilledOptions {
    values = Map.copyOf(values);
  }

  static FilledOptions of(Collection<OptionMapping> options) {
    Map<String, ParameterValue> values = new LinkedHashMap<>();
    options.forEach(option -> values.put(option.getName(), value(option)));
    return new FilledOptions(values);
  }

  Optional<ParameterValue> value(String option) {
    return Optional.ofNullable(values.get(option));
  }

  /** Empty if it was left out. */
  Optional<String> text(String option) {
    return value(option).map(value -> value instanceof ParameterValue.Text(String text) ? text : value.toString());
  }

  private static ParameterValue value(OptionMapping option) {
    String text = SafeText.wellFormed(option.getAsString());
    return switch (option.getType()) {
      case INTEGER, NUMBER -> ParameterValue.number(text); // JSON has numbers of any size
      case BOOLEAN -> ParameterValue.of(Boolean.parseBoolean(text));
      default -> ParameterValue.of(text);
    };
  }
}
