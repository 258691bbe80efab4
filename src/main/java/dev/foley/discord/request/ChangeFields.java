package dev.foley.discord.request;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.dv8tion.jda.api.components.label.Label;
import net.dv8tion.jda.api.components.textinput.TextInput;
import net.dv8tion.jda.api.components.textinput.TextInputStyle;

/**
 * The fields in which an earlier request is changed, filled with what was asked for. Discord has room for five: the words, what else a
 * model lets one write, length, seed, model. What has no field stays as it was. Pure.
 *
 * @param model that made it; empty if it is not known any more
 */
record ChangeFields(AudioRequest request, Optional<AudioModel> model) {
  /** The first of these that a model has gets a field. */
  private static final List<Parameter> WRITTEN = List.of(Parameter.LYRICS, Parameter.NEGATIVE, Parameter.VOICE,
      Parameter.INFLUENCE);
  private static final int MAX_SHORT = 100;
  /** Not what could be billions of digits; a comma before three digits need not be a decimal one. */
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,6}|,\\d{1,2})?");

  /** Whether the words fit into a field. */
  boolean fit() {
    return request.prompt().length() <= TextInput.MAX_VALUE_LENGTH;
  }

  List<Label> labels(Locale locale) {
    List<Label> labels = new ArrayList<>();
    RequestText words = switch (request.kind()) {
      case MUSIC, SOUND -> RequestText.PROMPT_LABEL;
      case SPEECH -> RequestText.TEXT_LABEL;
    };
    labels.add(Label.of(Messages.of(locale, words),
        input(prompt(request), TextInputStyle.PARAGRAPH, TextInput.MAX_VALUE_LENGTH, request.prompt(), true)));
    Optional<Parameter> written = WRITTEN.stream().filter(this::isKnown)
        .filter(parameter -> value(parameter).length() <= TextInput.MAX_VALUE_LENGTH).findFirst();
    Stream.concat(written.stream(), Stream.of(Parameter.SECONDS, Parameter.SEED).filter(this::isKnown))
        .forEach(parameter -> labels.add(label(parameter, locale)));
    labels.add(Label.of(Messages.of(locale, RequestText.MODEL_LABEL), Messages.of(locale, RequestText.MODEL_HINT),
        input(CommandOptions.MODEL, TextInputStyle.SHORT, MAX_SHORT, request.model().value(), false)));
    return labels;
  }

  private boolean isKnown(Parameter parameter) {
    return model.flatMap(known -> known.range(parameter)).isPresent();
  }

  private Label label(Parameter parameter, Locale locale) {
    ParameterRange range = model.flatMap(known -> known.range(parameter)).orElseThrow();
    boolean isLong = range instanceof ParameterRange.Words;
    TextInput input = input(parameter.optionName(), isLong ? TextInputStyle.PARAGRAPH : TextInputStyle.SHORT,
        isLong ? TextInput.MAX_VALUE_LENGTH : MAX_SHORT, value(parameter), false);
    return switch (parameter) {
      case SECONDS -> Label.of(Messages.of(locale, RequestText.SECONDS_LABEL),
          hint(locale, RequestText.SECONDS_HINT, range), input);
      case SEED -> Label.of(Messages.of(locale, RequestText.SEED_LABEL),
          Messages.of(locale, RequestText.SEED_HINT), input);
      case INFLUENCE -> Label.of(Messages.of(locale, RequestText.INFLUENCE_LABEL),
          hint(locale, RequestText.INFLUENCE_HINT, range), input);
      case VOICE -> Label.of(Messages.of(locale, RequestText.VOICE_LABEL),
          Messages.of(locale, RequestText.VOICE_HINT), input);
      case LYRICS -> Label.of(Messages.of(locale, RequestText.LYRICS_LABEL), input);
      case NEGATIVE -> Label.of(Messages.of(locale, RequestText.NEGATIVE_LABEL), input);
      default -> Label.of(Messages.of(locale, parameter), input);
    };
  }

  private static String hint(Locale locale, RequestText text, ParameterRange range) {
    return range instanceof ParameterRange.Numbers numbers
        ? Messages.of(locale, text, numbers.min(), numbers.max())
        : Messages.of(locale, RequestText.MODEL_HINT);
  }

  private static TextInput input(String id, TextInputStyle style, int maxLength, String value, boolean required) {
    TextInput.Builder input = TextInput.create(id, style).setRequired(required).setMaxLength(maxLength);
    return (value.isEmpty() ? input : input.setValue(SafeText.shorten(value, maxLength))).build();
  }

  /**
   * The request as it was filled in. A field that was emptied leaves the parameter to the service; what has no field and is
   * nothing that the chosen model takes is left out, since a member could not take it out of the form.
   *
   * @param values by field; those that are not here stay as they were; may be forged
   */
  AudioRequest changed(AudioModel chosen, Map<String, String> values) {
    Map<Parameter, ParameterValue> changed = new EnumMap<>(Parameter.class);
    request.parameters().forEach((parameter, value) -> {
      boolean isTaken = chosen.range(parameter).filter(range -> range.contains(value)).isPresent();
      if (isTaken && !values.containsKey(parameter.optionName())) {
        changed.put(parameter, value);
      }
    });
    for (Parameter parameter : Parameter.values()) {
      String typed = values.getOrDefault(parameter.optionName(), "").strip();
      if (!typed.isEmpty()) {
        changed.put(parameter, value(typed, chosen.range(parameter)));
      }
    }
    String prompt = values.getOrDefault(prompt(request), request.prompt());
    return new AudioRequest(chosen.id(), request.kind(), SafeText.plain(prompt).isEmpty() ? "" : prompt, changed);
  }

  /** The request as it was filled in, with a model that there is not; to be corrected, never to be sent. */
  AudioRequest misnamed(String typed, Map<String, String> values) {
    AudioRequest filled = model.map(known -> changed(known, values)).orElse(request);
    ModelId named = typed.isBlank() || typed.length() > MAX_SHORT ? request.model() : new ModelId(typed);
    return new AudioRequest(named, filled.kind(), filled.prompt(), filled.parameters());
  }

  private static ParameterValue value(String typed, Optional<ParameterRange> range) {
    return range.filter(ParameterRange.Numbers.class::isInstance).isPresent() && NUMBER.matcher(typed).matches()
        ? new ParameterValue.Quantity(new BigDecimal(typed.replace(',', '.')))
        : ParameterValue.of(typed);
  }

  /** As a member would type it; empty if it was not set. */
  private String value(Parameter parameter) {
    ParameterValue value = request.parameters().get(parameter);
    return value == null ? "" : value instanceof ParameterValue.Text(String text) ? text : value.toString();
  }

  private static String prompt(AudioRequest request) {
    return CommandForm.of(request.kind()).prompt();
  }
}
