package dev.foley.discord.request;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import dev.foley.provider.ParameterValue;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the buttons below a sound change in its request. Pure but for chance. */
final class Variations {
  private Variations() {}

  /** Without the seed, so that the service chooses one; with one by chance where the model needs it. */
  static AudioRequest anotherSeed(AudioRequest request, AudioModel model, RandomGenerator random) {
    return model.required().contains(Parameter.SEED)
        && model.range(Parameter.SEED).orElse(null) instanceof ParameterRange.Numbers seeds
            ? Wish.with(request, Parameter.SEED, ParameterValue.of(
                random.nextLong(seeds.min().longValue(), seeds.max().longValue() + 1)))
            : Wish.without(request, Parameter.SEED);
  }

  /** As long as the model makes it and as it can be posted; empty if it is that long already, or has no length to set. */
  static Optional<AudioRequest> longer(AudioRequest request, AudioModel model, long limitBytes) {
    if (!(model.range(Parameter.SECONDS).orElse(null) instanceof ParameterRange.Numbers lengths)) {
      return Optional.empty();
    }
    BigDecimal longest = SizeFit.longest(model, request, limitBytes).min(lengths.max());
    return longest.compareTo(model.seconds(request)) > 0
        ? Optional.of(Wish.with(request, Parameter.SECONDS, new ParameterValue.Quantity(longest)))
        : Optional.empty();
  }
}
