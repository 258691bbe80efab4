package dev.foley.discord;

import dev.foley.provider.AudioModel;
import dev.foley.provider.NeverAsked;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Voice;
import java.util.List;

/** A service that is configured, and that this package must never ask for a sound. */
public record UnusedProvider(List<AudioModel> models, List<Voice> voices, boolean down) implements NeverAsked {
  public UnusedProvider(List<AudioModel> models) {
    this(models, List.of(), false);
  }

  @Override
  public ProviderName name() {
    return models.getFirst().provider();
  }

  @Override
  public boolean cancels() {
    return true;
  }
}
