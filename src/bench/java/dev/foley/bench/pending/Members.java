package dev.foley.bench.pending;

import dev.foley.generation.ChannelId;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.GenerationStore;
import dev.foley.generation.GuildId;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.Takes;
import dev.foley.generation.Timing;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Who asks for sounds: two requests of each member, ten in each channel. Thread-safe. */
final class Members {
  private static final String PROMPT = "Warm, slow piano in a wooden room while it rains outside, some vinyl crackle, "
      + "a double bass that comes in after a while, no drums, seamless loop";
  private static final Duration JOB = Duration.ofSeconds(55);
  private static final int AT_ONCE = 500;
  private static final int PER_MEMBER = 2;
  private static final int PER_CHANNEL = 10;

  private final AtomicLong asked = new AtomicLong();
  private final InstantSource clock;

  Members(InstantSource clock) {
    this.clock = clock;
  }

  Order next() {
    return order(asked.incrementAndGet());
  }

  /** An id that sorts by time, as the bot's own do. */
  GenerationId nextId() {
    return id(asked.incrementAndGet());
  }

  /** Puts generations into the store as a bot leaves them that was killed: with timers that are overdue. */
  List<Generation> left(Scenario scenario, int count, NearbyService service, GenerationStore store) {
    List<Generation> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(left(scenario, (double) i / count, service));
    }
    for (int i = 0; i < count; i += AT_ONCE) {
      store.insert(all.subList(i, Math.min(count, i + AT_ONCE)), List.of(), Gate.OPEN);
    }
    return all;
  }

  /** @param age of its job, 0 for one that has just begun to 1 for one that is about to end */
  private Generation left(Scenario scenario, double age, NearbyService service) {
    GenerationId id = nextId();
    Instant since = clock.instant().minusMillis(Math.round(JOB.toMillis() * age));
    Generation queued = Generation.queued(id, next(), new Takes(id, 1, 1), since);
    return switch (scenario) {
      case QUEUED -> queued;
      case PENDING -> new Generation(id, 2, queued.origin(), queued.request(), queued.takes(), Optional.empty(), since,
          0, Optional.empty(), new Timing(Optional.of(since), Optional.empty()),
          new GenerationState.Pending(NearbyService.job(id, since, service.duration()), since));
    };
  }

  private Order order(long number) {
    Origin origin = new Origin(new ChannelId(1 + number / PER_CHANNEL), new UserId(1 + number / PER_MEMBER),
        Optional.of(new GuildId(1)), number, Secret.of("interaction-token-of-request-" + number), clock.instant(),
        10 << 20, Locale.ENGLISH, false);
    return Order.of(origin, new AudioRequest(NearbyService.MODEL.id(), SoundKind.MUSIC, PROMPT,
        Map.of(Parameter.SECONDS, ParameterValue.of(30))), 1);
  }

  private static GenerationId id(long number) {
    return new GenerationId("0%012d".formatted(number));
  }
}
