package dev.foley.discord.request;

import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.ResultFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a result can be posted, asked before it costs money. A result that has an address is linked where it is too large; any
 * other has to fit as a file. Sizes are estimates. Pure.
 */
final class SizeFit {
  private SizeFit() {}

  /** The request itself; or, where the member chose no format and the usual one would not fit, with the best one that does. */
  static AudioRequest adjusted(AudioModel model, AudioRequest request, long limitBytes) {
    return fits(model, request, limitBytes) || request.parameters().containsKey(Parameter.FORMAT)
        ? request
        : fitting(model, request, limitBytes).orElse(request);
  }

  /** A sentence with what would fit; empty if the result does. */
  static Optional<String> refusal(AudioModel model, AudioRequest request, long limitBytes, Locale locale) {
    if (fits(model, request, limitBytes)) {
      return Optional.empty();
    }
    List<String> remedies = new ArrayList<>();
    shorter(model, request, limitBytes, locale).ifPresent(remedies::add);
    fitting(model, request, limitBytes).flatMap(other -> other.text(Parameter.FORMAT))
        .ifPresent(format -> remedies.add(Messages.of(locale, Text.FIT_FORMAT, format)));
    if (remedies.isEmpty()) {
      remedies.add(Messages.of(locale, Text.FIT_MODEL));
    }
    String what = remedies.size() == 1
        ? remedies.getFirst()
        : Messages.of(locale, Text.FIT_EITHER, remedies.getFirst(), remedies.getLast());
    return Optional.of(Messages.of(locale, Text.WOULD_NOT_FIT, AudioFacts.roundSize(locale, model.sizeBytes(request)),
        AudioFacts.roundSize(locale, limitBytes), what));
  }

  /** How many seconds can be posted; for a model whose length can be set. */
  static BigDecimal longest(AudioModel model, AudioRequest request, long limitBytes) {
    if (model.linked()) {
      return BigDecimal.valueOf(Long.MAX_VALUE);
    }
    boolean anyFormat = model.range(Parameter.FORMAT).isPresent()
        && !request.parameters().containsKey(Parameter.FORMAT);
    int bytesPerSecond = anyFormat
        ? model.formats().stream().mapToInt(ResultFormat::bytesPerSecond).min().orElseThrow()
        : model.format(request).bytesPerSecond();
    return BigDecimal.valueOf(limitBytes / bytesPerSecond);
  }

  private static boolean fits(AudioModel model, AudioRequest request, long limitBytes) {
    return model.linked() || model.sizeBytes(request) <= limitBytes;
  }

  private static Optional<AudioRequest> fitting(AudioModel model, AudioRequest request, long limitBytes) {
    return model.range(Parameter.FORMAT).isEmpty()
        ? Optional.empty()
        : model.formats().stream().sorted(Comparator.comparingInt(ResultFormat::bytesPerSecond).reversed())
            .map(format -> Wish.with(request, Parameter.FORMAT, ParameterValue.of(format.name())))
            .filter(other -> model.sizeBytes(other) <= limitBytes).findFirst();
  }

  private static Optional<String> shorter(AudioModel model, AudioRequest request, long limitBytes, Locale locale) {
    long seconds = limitBytes / model.format(request).bytesPerSecond();
    Optional<ParameterRange> lengths = model.range(Parameter.SECONDS);
    if (lengths.isPresent()) {
      return lengths.get() instanceof ParameterRange.Numbers range
          && range.min().compareTo(BigDecimal.valueOf(seconds)) <= 0
              ? Optional.of(Messages.of(locale, Text.FIT_SECONDS, seconds))
              : Optional.empty();
    }
    long characters = limitBytes * request.prompt().length() / model.sizeBytes(request);
    boolean byText = model.usualSeconds().signum() == 0 && characters >= model.prompt().minLength();
    return byText ? Optional.of(Messages.of(locale, Text.FIT_CHARACTERS, characters)) : Optional.empty();
  }
}
