package dev.foley.bench.pending;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.foley.bench.ResidentMemory;
import dev.foley.bench.Series;
import dev.foley.generation.Acceptance;
import dev.foley.generation.DeliveryOutcome;
import dev.foley.generation.Gate;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationListener;
import dev.foley.generation.GenerationSettings;
import dev.foley.generation.GenerationStep;
import dev.foley.generation.Generations;
import dev.foley.generation.LearnedTimes;
import dev.foley.generation.PendingGenerations;
import dev.foley.provider.GuardedProvider;
import dev.foley.provider.ModelCatalogue;
import dev.foley.store.Store;
import dev.foley.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The process that is measured: everything of the bot between a recorded request and the call that puts the sound into Discord, without
 * the connection to Discord. It measures itself, as nobody else knows when a step was due.
 */
public final class PendingBot implements AutoCloseable {
  /** A machine that has not caught up by then will show it in the windows. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  /** Until most jobs are asked about by what was learned from the first that have ended. */
  private static final Duration SETTLE = Duration.ofSeconds(6);
  static final Duration WINDOW = Duration.ofSeconds(2);
  static final int WINDOWS = 5;

  private final InstantSource clock = InstantSource.system();
  private final Statements statements = new Statements();
  private final Punctuality punctuality = new Punctuality(clock);
  private final Members members = new Members(clock);
  private final LongAdder ended = new LongAdder();
  private final Scenario scenario;
  private final NearbyService service;
  private final Store store;
  private final Generations generations;
  private final GenerationStep step;

  private PendingBot(Scenario scenario, String url) {
    this.scenario = scenario;
    this.service = scenario.service(clock);
    this.store = Store.open(new StoreSettings(url, StoreSettings.DEFAULT_POLLING_INTERVAL,
        StoreSettings.DEFAULT_WORKERS, Duration.ofSeconds(5)), clock, statements::watch);
    ModelCatalogue catalogue = new ModelCatalogue(List.of(NearbyService.MODEL),
        List.of(new GuardedProvider(service, scenario.limits(), clock)));
    PendingGenerations pending = new PendingGenerations(store.generations(), Ticker.systemTicker());
    GenerationListener nobody = GenerationListener.of(List.of());
    NoFiles files = new NoFiles();
    this.generations = new Generations(store.generations(), store.timer(), pending, catalogue, nobody,
        members::nextId, clock);
    LearnedTimes times = new LearnedTimes(store.history(), catalogue, Thread::startVirtualThread, clock);
    this.step = new GenerationStep(store.generations(), store.timer(), pending, catalogue, files, files,
        _ -> new DeliveryOutcome.Posted(1), nobody, times.pacing(), GenerationSettings.DEFAULT, clock, new Random(2));
  }

  /** @param arguments scenario, how many generations, address of the database, file for the findings */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (PendingBot bot = new PendingBot(Scenario.valueOf(arguments[0]), arguments[2])) {
      Findings findings = bot.measure(Integer.parseInt(arguments[1]));
      new ObjectMapper().writeValue(Path.of(arguments[3]).toFile(), findings);
    }
  }

  private Findings measure(int count) throws IOException, InterruptedException {
    List<Generation> left = members.left(scenario, count, service, store.generations());
    Set<GenerationId> unwoken = ConcurrentHashMap.newKeySet();
    left.forEach(generation -> unwoken.add(generation.id()));
    double processor = processorSeconds();
    long start = System.nanoTime();
    store.startTimers(punctuality.around(id -> {
      unwoken.remove(id);
      return step.advance(id);
    }, this::askForTheNext));
    while (!unwoken.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
    double caughtUp = (System.nanoTime() - start) / 1e9;
    double catchUpProcessor = processorSeconds() - processor;
    TimeUnit.NANOSECONDS.sleep(SETTLE.toNanos());
    punctuality.take();
    List<Findings.Window> windows = new ArrayList<>();
    for (int i = 0; i < WINDOWS; i++) {
      windows.add(window());
    }
    return new Findings(caughtUp, catchUpProcessor, windows, ResidentMemory.peak(ProcessHandle.current().pid()));
  }

  private Findings.Window window() throws InterruptedException {
    double processor = processorSeconds();
    long statementsBefore = statements.count();
    long endedBefore = ended.sum();
    long start = System.nanoTime();
    TimeUnit.NANOSECONDS.sleep(WINDOW.toNanos());
    List<Double> late = punctuality.take();
    Series latenesses = new Series(late.isEmpty() ? List.of(0.0) : late);
    return new Findings.Window((System.nanoTime() - start) / 1e9, processorSeconds() - processor, late.size(),
        latenesses.median(), latenesses.quantile(0.99), statements.count() - statementsBefore,
        ended.sum() - endedBefore);
  }

  private void askForTheNext(GenerationId last) {
    ended.increment();
    Thread.ofVirtual().name("bench-member").start(() -> {
      if (generations.accept(members.next(), Gate.OPEN) instanceof Acceptance.Accepted(List<Generation> accepted)) {
        accepted.forEach(generation -> punctuality.expect(generation.id(), generation.createdAt()));
      }
    });
  }

  @Override
  public void close() {
    store.close();
  }

  /** Seconds of processor time since the start of this process, of all threads. */
  private static double processorSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }
}
