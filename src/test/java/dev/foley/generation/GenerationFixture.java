package dev.foley.generation;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.FailureReason;
import dev.foley.provider.FakeFetcher;
import dev.foley.provider.FakeProvider;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.Progress;
import dev.foley.provider.SoundKind;
import dev.foley.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** The middle of the bot with fakes all around it, and time that the test moves. */
final class GenerationFixture {
  static final ChannelId CHANNEL = new ChannelId(11);
  static final UserId MEMBER = new UserId(22);
  static final AudioRequest REQUEST = new AudioRequest(FakeProvider.MODEL.id(), SoundKind.MUSIC, "warm piano",
      Map.of(Parameter.SECONDS, ParameterValue.of(12)));

  final FakeClock clock = new FakeClock();
  final InMemoryGenerationStore store = new InMemoryGenerationStore();
  final FakeProvider provider;
  final FakeFetcher fetcher = new FakeFetcher();
  final RecordingDelivery delivery = new RecordingDelivery();
  final List<String> events = new ArrayList<>();
  final GenerationSettings settings = new GenerationSettings(Duration.ofMinutes(1), Duration.ofMinutes(5),
      Duration.ofMinutes(10), Duration.ofHours(24));
  final GenerationListener listener = GenerationListener.of(List.of(new GenerationListener() {
    @Override
    public void changed(Generation generation) {
      events.add(generation.state().name());
    }

    @Override
    public void progressed(Generation generation, Progress progress) {
      events.add("progress " + progress.stage());
    }

    @Override
    public void failed(Generation generation, FailureReason reason, String detail) {
      events.add("because " + reason);
    }
  }));
  final PendingGenerations pending = new PendingGenerations(store, ticker());
  private final AtomicInteger ids = new AtomicInteger();
  private final AtomicInteger hurries = new AtomicInteger();
  private final List<GenerationId> hurried = new ArrayList<>();
  final ModelCatalogue catalogue;
  final Generations generations;
  GenerationStep step;

  GenerationFixture() {
    this(new FakeProvider());
  }

  GenerationFixture(FakeProvider provider) {
    this.provider = provider;
    this.catalogue = new ModelCatalogue(List.of(), List.of(provider));
    this.generations = new Generations(store, timer(), pending, catalogue, listener,
        () -> new GenerationId("0%012d".formatted(ids.incrementAndGet())), clock);
    this.step = step(catalogue);
  }

  GenerationStep step(ModelCatalogue catalogue) {
    return new GenerationStep(store, timer(), pending, catalogue, fetcher, fetcher, delivery, listener, settings, clock,
        new Random(1));
  }

  Generation accept() {
    return accept(CHANNEL);
  }

  Generation accept(ChannelId channel) {
    return accept(channel, MEMBER, 1).getFirst();
  }

  Generation accept(UserId member) {
    return accept(CHANNEL, member, 1).getFirst();
  }

  List<Generation> acceptTakes(int takes) {
    return accept(CHANNEL, MEMBER, takes);
  }

  Generation accept(UserId member, AudioRequest request) {
    return accept(CHANNEL, member, request, 1).getFirst();
  }

  private List<Generation> accept(ChannelId channel, UserId member, int takes) {
    return accept(channel, member, REQUEST, takes);
  }

  private List<Generation> accept(ChannelId channel, UserId member, AudioRequest request, int takes) {
    Origin origin = new Origin(channel, member, Optional.of(new GuildId(33)), 44, Secret.of("token"),
        clock.instant(), 10 << 20, Locale.ENGLISH, false);
    return ((Acceptance.Accepted) generations.accept(Order.of(origin, request, takes), Gate.OPEN)).generations();
  }

  int hurries() {
    return hurries.get();
  }

  /** Whose timers were brought forward, in order. */
  List<GenerationId> hurried() {
    return List.copyOf(hurried);
  }

  GenerationState state(GenerationId id) {
    return store.find(id).orElseThrow().state();
  }

  /** Plays the timer until the generation has ended, moving time to each waking; more than {@code most} wakings are an error. */
  GenerationState runToEnd(GenerationId id, int most) {
    for (int wakings = 0; wakings < most; wakings++) {
      switch (step.advance(id)) {
        case Next.Finished _ -> {
          return state(id);
        }
        case Next.WakeAt(Instant at) -> {
          if (at.isAfter(clock.instant())) {
            clock.set(at);
          }
        }
      }
    }
    throw new AssertionError("still " + state(id) + " after " + most + " wakings");
  }

  /** Plays the timer until the generation is in a state of that kind. */
  void runTo(GenerationId id, Class<? extends GenerationState> kind) {
    for (int wakings = 0; wakings < 100 && !kind.isInstance(state(id)); wakings++) {
      if (step.advance(id) instanceof Next.WakeAt(Instant at) && at.isAfter(clock.instant())) {
        clock.set(at);
      }
    }
    if (!kind.isInstance(state(id))) {
      throw new AssertionError("never became " + kind.getSimpleName() + ": " + events);
    }
  }

  /** Plays the timers of several generations until all have ended, the one that is due first always next. */
  List<GenerationState> runAllToEnd(List<Generation> takes) {
    Map<GenerationId, Instant> due = new TreeMap<>();
    takes.forEach(take -> due.put(take.id(), clock.instant()));
    for (int wakings = 0; wakings < 1_000 && !due.isEmpty(); wakings++) {
      Map.Entry<GenerationId, Instant> first = Collections.min(due.entrySet(), Map.Entry.comparingByValue());
      GenerationId id = first.getKey();
      Instant at = first.getValue();
      if (at.isAfter(clock.instant())) {
        clock.set(at);
      }
      switch (step.advance(id)) {
        case Next.Finished _ -> due.remove(id);
        case Next.WakeAt(Instant next) -> due.put(id, next);
      }
    }
    if (!due.isEmpty()) {
      throw new AssertionError("never ended: " + due.keySet() + " " + events);
    }
    return takes.stream().map(take -> state(take.id())).toList();
  }

  private GenerationTimer timer() {
    return new GenerationTimer() {
      @Override
      public void hurry() {
        hurries.incrementAndGet();
      }

      @Override
      public void hurry(GenerationId id) {
        hurried.add(id);
      }
    };
  }

  private Ticker ticker() {
    return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
  }
}
