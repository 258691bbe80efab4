package dev.foley.discord.reply;

import dev.foley.generation.Flaw;
import dev.foley.generation.Generation;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What replies and results say that the generation itself does not know. Thread-safe, never waits. */
public interface Outlook {
  /** Says nothing. */
  Outlook NONE = new Outlook() {
    @Override
    public Optional<Cost> estimate(AudioRequest request) {
      return Optional.empty();
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
      return false;
    }

    @Override
    public Set<Flaw> flaws(Generation generation, AudioArtifact audio) {
      return Set.of();
    }
  };

  /** What one take of it will cost, by the price list. */
  Optional<Cost> estimate(AudioRequest request);

  /** How long its service usually takes from the submit on. */
  Optional<Duration> expected(AudioRequest request);

  /** As above, of one that is under way, by what was seen of it. */
  default Optional<Duration> expected(Generation pending) {
    return expected(pending.request());
  }

  /** Whether cancelling can still help. */
  boolean cancellable(Generation generation);

  /** Whether its model makes longer sounds than was asked for. */
  boolean canBeLonger(AudioRequest request);

  /** What members should know of a sound that is delivered. */
  Set<Flaw> flaws(Generation generation, AudioArtifact audio);
}
