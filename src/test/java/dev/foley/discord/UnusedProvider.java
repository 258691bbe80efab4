package dev.foley.discord;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.PollOutcome;
import dev.foley.provider.ProviderJobId;
import dev.foley.provider.ProviderName;
import dev.foley.provider.Submission;
import dev.foley.provider.SubmitOutcome;
import dev.foley.provider.Voice;
import java.util.List;

/** A service that is configured, and that this package must never ask for a sound. */
public record UnusedProvider(List<AudioModel> models, List<Voice> voices, boolean down) implements AudioProvider {
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

  @Override
  public SubmitOutcome submit(Submission submission) {
    throw new AssertionError("commands do not ask services");
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) {
    throw new AssertionError("commands do not ask services");
  }
}
