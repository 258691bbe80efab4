package dev.foley.discord.reply;

import dev.foley.generation.Generation;
import dev.foley.generation.Generations;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import java.util.Optional;

/** By the price lists, and by what can be stopped. */
public record KnownOutlook(ModelCatalogue catalogue, Generations generations) implements Outlook {
  @Override
  public Optional<Cost> estimate(AudioRequest request) {
    return catalogue.model(request.model()).flatMap(model -> model.estimate(request));
  }

  @Override
  public boolean cancellable(Generation generation) {
    return generations.cancellable(generation);
  }
}
