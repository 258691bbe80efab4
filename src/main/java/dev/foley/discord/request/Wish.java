package dev.foley.discord.request;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.SafeText;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelId;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a member asked for with a command. Nothing in it has been checked.
 *
 * @param takes 0 for what is no number of takes at all
 * @param isPrivate whether only the member shall see the answer
 */
public record Wish(AudioRequest request, int takes, boolean isPrivate) {
  /** As typed; only that a prompt of nothing that can be seen counts as empty. */
  public static Wish read(CommandForm form, ModelId model, FilledOptions filled) {
    Map<Parameter, ParameterValue> set = new EnumMap<>(Parameter.class);
    for (Parameter parameter : Parameter.values()) {
      filled.value(parameter.optionName()).ifPresent(value -> set.put(parameter, value));
    }
    String prompt = filled.text(form.prompt()).orElse("");
    AudioRequest request = new AudioRequest(model, form.kind(), SafeText.plain(prompt).isEmpty() ? "" : prompt, set);
    return new Wish(request, takes(filled), filled.value(CommandOptions.PRIVATE)
        .filter(value -> value instanceof ParameterValue.Flag(boolean isPrivate) && isPrivate).isPresent());
  }

  public Wish with(AudioRequest changed) {
    return new Wish(changed, takes, isPrivate);
  }

  /** The request with a parameter changed. */
  public static AudioRequest with(AudioRequest request, Parameter parameter, ParameterValue value) {
    Map<Parameter, ParameterValue> changed = new EnumMap<>(Parameter.class);
    changed.putAll(request.parameters());
    changed.put(parameter, value);
    return new AudioRequest(request.model(), request.kind(), request.prompt(), changed);
  }

  /** The request with a parameter left to the service. */
  static AudioRequest without(AudioRequest request, Parameter parameter) {
    Map<Parameter, ParameterValue> left = new EnumMap<>(Parameter.class);
    left.putAll(request.parameters());
    left.remove(parameter);
    return new AudioRequest(request.model(), request.kind(), request.prompt(), left);
  }

  private static int takes(FilledOptions filled) {
    return switch (filled.value(CommandOptions.TAKES).orElse(ParameterValue.of(1))) {
      case ParameterValue.Quantity(BigDecimal number) when isSmall(number) -> number.intValueExact();
      case ParameterValue.Quantity _, ParameterValue.Text _, ParameterValue.Flag _ -> 0;
    };
  }

  private static boolean isSmall(BigDecimal number) {
    return number.signum() > 0 && number.scale() <= 0 && number.compareTo(BigDecimal.TEN) < 0;
  }
}
