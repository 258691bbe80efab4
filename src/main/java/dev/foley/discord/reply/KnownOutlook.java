package dev.foley.discord.reply;

import dev.foley.generation.Expectation;
import dev.foley.generation.Flaw;
import dev.foley.generation.Generation;
import dev.foley.generation.Generations;
import dev.foley.generation.Judgement;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterRange;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** By the models' descriptions, by what was learned, and by what can be stopped. */
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
  public Optional<Duration> expected(Generation pending) {
    return expectation.of(pending);
  }

  @Override
  public boolean cancellable(Generation generation) {
    return generations.cancellable(generation);
  }

  @Override
  public boolean canBeLonger(AudioRequest request) {
    return catalogue.model(request.model()).filter(model -> isBelowTheMost(model, request)).isPresent();
  }

  @Override
  public Set<Flaw> flaws(Generation generation, AudioArtifact audio) {
    return catalogue.model(generation.request().model())
        .map(model -> Judgement.flaws(model, generation.request(), audio)).orElse(Set.of());
  }

  private static boolean isBelowTheMost(AudioModel model, AudioRequest request) {
    return model.range(Parameter.SECONDS).orElse(null) instanceof ParameterRange.Numbers range
        && range.max().compareTo(model.seconds(request)) > 0;
  }
}
