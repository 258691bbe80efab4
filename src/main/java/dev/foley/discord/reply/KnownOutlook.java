package dev.foley.discord.reply;

import dev.foley.generation.Expectation;
import dev.foley.generation.Generation;
import dev.foley.generation.Generations;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import java.time.Duration;
import java.util.Optional;

/** By the price lists, and by what can be stopped. */
public record KnownOutlook(ModelCatalogue catalogue, Expectation expectation,
    Generations generations) implements Outlook {
  @Override
  public Optional<Cost> estimate(AudioRequest request) {
    return catalogue.model(request.model()).flatMap(model -> model.estimate(request));
  }

  @Override
  public Optional<Duration> expected(AudioRequest request) {
    return expectation.of(request);
  }

  @Override
  public boolean cancellable(Generation generation) {
    return generations.cancellable(generation);
  }
}
