package dev.foley.discord.models;

import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.Price;
import dev.foley.provider.ResultFormat;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a model can do and what it costs, in a few words. */
public final class ModelFacts {
  private static final int SAMPLE_CHARACTERS = 100;

  private ModelFacts() {}

  /** Such as {@code 1–47 s · wav or mp3 · 25,200 AIML credits (0.01 USD)}; the price is that of a request without options. */
  public static String line(Locale locale, AudioModel model, SoundKind kind) {
    List<String> facts = new ArrayList<>();
    facts.add(length(locale, model));
    facts.add(Messages.alternatives(locale, model.formats().stream().map(ResultFormat::name).toList()));
    price(locale, model, kind).ifPresent(facts::add);
    return String.join(" · ", facts);
  }

  /** A request without options. */
  static AudioRequest sample(AudioModel model, SoundKind kind) {
    return new AudioRequest(model.id(), kind, "x".repeat(SAMPLE_CHARACTERS), Map.of());
  }

  private static String length(Locale locale, AudioModel model) {
    if (model.range(Parameter.SECONDS).orElse(null) instanceof ParameterRange.Numbers(var min, var max, _, _)) {
      return Messages.of(locale, Text.LENGTH_BETWEEN, min, max);
    }
    return model.usualSeconds().signum() > 0
        ? Messages.of(locale, Text.LENGTH_ABOUT, model.usualSeconds())
        : Messages.of(locale, Text.LENGTH_OF_TEXT, model.prompt().maxLength());
  }

  /** Where it is counted by characters, for a hundred of them; that is more than any default says. */
  private static Optional<String> price(Locale locale, AudioModel model, SoundKind kind) {
    boolean byCharacter = model.price().map(Price::perCharacter).orElse(BigDecimal.ZERO).signum() > 0;
    return model.estimate(sample(model, kind)).filter(cost -> cost.amount().signum() > 0).map(cost -> byCharacter
        ? Messages.of(locale, Text.PRICE_OF_CHARACTERS, CostText.of(locale, cost), SAMPLE_CHARACTERS)
        : CostText.of(locale, cost));
  }
}
