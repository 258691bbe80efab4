package dev.foley.discord.reply;

import dev.foley.generation.Generation;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Cost;
import java.time.Duration;
import java.util.Optional;

/** What a pending reply says beside how far its request is. Thread-safe, never waits. */
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
  };

  /** What one take of it will cost, by the price list. */
  Optional<Cost> estimate(AudioRequest request);

  /** How long its service usually takes from the submit on. */
  Optional<Duration> expected(AudioRequest request);

  /** Whether cancelling can still help. */
  boolean cancellable(Generation generation);
}
