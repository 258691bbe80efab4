package dev.foley.playground.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that moves when a test says so. Thread-safe. */
final class SettableClock implements InstantSource {
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T12:00:00Z"));

  @Override
  public Instant instant() {
    return now.updateAndGet(instant -> instant);
  }

  void advance(Duration duration) {
    Instant _ = now.updateAndGet(instant -> instant.plus(duration));
  }
}
