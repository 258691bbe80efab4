package dev.foley.discord;

import dev.foley.generation.Generation;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import java.util.Optional;

/** What the price lists and the services say. */
record CatalogueOutlook(ModelCatalogue catalogue, Canceller canceller) implements Outlook {
  @Override
  public Optional<Cost> estimate(AudioRequest request) {
    return catalogue.model(request.model()).flatMap(model -> model.estimate(request));
  }

  @Override
  public boolean cancellable(Generation generation) {
    return canceller.canHelp(generation);
  }
}
