package dev.foley.discord.reply;

import dev.foley.generation.Flaw;
import dev.foley.generation.Generation;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** A take costs 25,200 credits and can be longer; all else is unknown, as long as a test does not say otherwise. */
class FakeOutlook implements Outlook {
  @Override
  public Optional<Cost> estimate(AudioRequest request) {
    return Optional.of(new Cost(new BigDecimal("25200"), CostUnit.AIML_CREDITS));
  }

  @Override
  public Optional<Duration> expected(AudioRequest request) {
    return Optional.empty();
  }

  @Override
  public boolean cancellable(Generation generation) {
    return false;
  }

  @Override
  public boolean canBeLonger(AudioRequest request) {
    return true;
  }

  @Override
  public Set<Flaw> flaws(Generation generation, AudioArtifact audio) {
    return Set.of();
  }
}
