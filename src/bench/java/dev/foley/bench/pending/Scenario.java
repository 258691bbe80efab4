package dev.foley.bench.pending;

import dev.foley.provider.ProviderLimits;
import java.time.Duration;
import java.time.InstantSource;

/** What the generations are doing. */
enum Scenario {
  /** All are at a service that takes jobs, at every age of a job. Where one ends, a member asks for the next. */
  PENDING,
  /** All wait for one of 20 places at a service that answers with the sound, after 10 s. */
  QUEUED;

  /** The usual time of one request to a service. */
  static final Duration LATENCY = Duration.ofMillis(50);
  private static final Duration AT_ONCE = Duration.ofSeconds(10);
  private static final int PLACES = 20;

  NearbyService service(InstantSource clock) {
    return switch (this) {
      case PENDING -> NearbyService.ofJobs(LATENCY, clock);
      case QUEUED -> NearbyService.atOnce(AT_ONCE, clock);
    };
  }

  /** No limit of ours stands between the bot and a service that takes jobs: it would make for fewer wakings. */
  ProviderLimits limits() {
    return new ProviderLimits(this == QUEUED ? PLACES : 10_000, 1_000_000, 5, Duration.ofSeconds(20));
  }
}
