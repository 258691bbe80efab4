package dev.foley.ops.metrics;

import dev.foley.generation.LedgerEntry;
import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.DoubleStream;

/**
 * Everything that is told of, by name. {@code docs/metrics.md} is the list, and a test holds the two together. Thread-safe.
 *
 * <p>Series of which an alert wants to see the first increase begin at zero: of one that appears with a one, Prometheus sees none.
 */
final class Meters implements AutoCloseable {
  /** What a member waits for. */
  private static final Duration[] WAITING = seconds(1, 2, 5, 10, 20, 30, 45, 60, 90, 120, 180, 300, 600, 900, 1_800);
  /** What a request takes. */
  private static final Duration[] CALLING = seconds(0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300);
  /** What a timer may be late: a tenth of a second is how often it is looked for. */
  private static final Duration[] LATE = seconds(0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300);

  private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Readings readings;
  private final AtomicReference<Look> latest;
  private final Machine machine;

  private final MeterProvider<Counter> changes = counter("foley.generation.changes",
      "Changes of generations that were committed, by the state after them; a call to be repeated is one, too.");
  private final MeterProvider<Counter> repeats = counter("foley.generation.repeats",
      "Calls for a generation that failed and will be made again.");
  private final MeterProvider<Counter> ended = counter("foley.generations",
      "Generations of which the member has been told how they ended.");
  private final MeterProvider<Counter> failures = counter("foley.generation.failures",
      "Generations that came to nothing, by the reason that the log has, too.");
  private final MeterProvider<Timer> durations = timer("foley.generation.duration",
      "From the order to the sound in the channel.", WAITING);
  private final MeterProvider<Timer> making = timer("foley.generation.service",
      "From the submit until the service was seen to be done, of what was delivered.", WAITING);
  private final MeterProvider<Counter> credits = counter("foley.credits",
      "What generations that have ended cost, in each service's own unit: charged, released or uncertain.");
  private final Timer lateness;
  private final MeterProvider<Timer> serviceCalls = timer("foley.provider.request.duration",
      "Requests to services, until the head of the answer.", CALLING);
  private final MeterProvider<Timer> fetches = timer("foley.result.fetch.duration",
      "Results on their way into the spool.", CALLING);
  private final MeterProvider<Timer> discordCalls = timer("foley.discord.request.duration",
      "Requests to Discord's REST API, until the head of the answer.", CALLING);

  Meters(ModelCatalogue catalogue, Readings readings) {
    this.readings = readings;
    this.latest = new AtomicReference<>(look());
    this.lateness = Timer.builder("foley.waking.lateness")
        .description("From when a timer was due to when its step began.")
        .serviceLevelObjectives(LATE).register(registry);
    new Gauges(latest, readings.version()).bindTo(registry);
    this.machine = new Machine(registry);
    catalogue.providers().forEach(this::beginAtZero);
  }

  /** In Prometheus's text format. */
  String scrape() {
    latest.set(look());
    return registry.scrape();
  }

  private Look look() {
    return Look.at(readings, threads, Look.PATIENCE);
  }

  void count(Event event) {
    switch (event) {
      case Event.Changed(Event.Source source, String state) ->
        changes.withTags("provider", source.provider(), "model", source.model(), "state", state).increment();
      case Event.Repeated(Event.Source source) ->
        repeats.withTags("provider", source.provider(), "model", source.model()).increment();
      case Event.Delivered delivered -> delivered(delivered);
      case Event.Failed(Event.Source source, FailureReason reason) -> {
        ended(source, isCancelled(reason) ? "cancelled" : "failed").increment();
        failures.withTags("provider", source.provider(), "reason", reason.name()).increment();
      }
      case Event.Settled settled -> credits(settled.source().provider(), settled.cost().unit().name(), settled.kind())
          .increment(settled.cost().amount().doubleValue());
      case Event.Woken(Duration late) -> lateness.record(late);
      case Event.ServiceCalled call -> serviceCalls
          .withTags("provider", call.provider(), "operation", call.operation(), "outcome", call.outcome())
          .record(call.took());
      case Event.Fetched(String outcome, Duration took) -> fetches.withTags("outcome", outcome).record(took);
      case Event.DiscordCalled(String route, String status, Duration took) ->
        discordCalls.withTags("route", route, "status", status).record(took);
    }
  }

  private void delivered(Event.Delivered delivered) {
    Event.Source source = delivered.source();
    ended(source, "delivered").increment();
    durations.withTags("provider", source.provider(), "model", source.model()).record(delivered.took());
    delivered.made().ifPresent(made -> making.withTags("provider", source.provider(), "model", source.model())
        .record(made));
  }

  private Counter ended(Event.Source source, String outcome) {
    return ended.withTags("provider", source.provider(), "model", source.model(), "outcome", outcome);
  }

  private Counter credits(String provider, String unit, LedgerEntry.Kind kind) {
    return credits.withTags("provider", provider, "unit", unit, "kind", kind.name());
  }

  /** A member's own wish is no failure. */
  private static boolean isCancelled(FailureReason reason) {
    return reason == FailureReason.CANCELLED || reason == FailureReason.CANCELLED_LATE;
  }

  private void beginAtZero(AudioProvider provider) {
    for (FailureReason reason : FailureReason.values()) {
      failures.withTags("provider", provider.name().value(), "reason", reason.name());
    }
    for (AudioModel model : provider.models()) {
      Event.Source source = GenerationEvents.source(model);
      ended(source, "delivered");
      ended(source, "failed");
      ended(source, "cancelled");
      repeats.withTags("provider", source.provider(), "model", source.model());
      model.price().ifPresent(price -> {
        credits(source.provider(), price.unit().name(), LedgerEntry.Kind.CHARGED);
        credits(source.provider(), price.unit().name(), LedgerEntry.Kind.RELEASED);
        credits(source.provider(), price.unit().name(), LedgerEntry.Kind.UNCERTAIN);
      });
    }
  }

  private MeterProvider<Counter> counter(String name, String description) {
    return Counter.builder(name).description(description).withRegistry(registry);
  }

  private MeterProvider<Timer> timer(String name, String description, Duration... buckets) {
    return Timer.builder(name).description(description).serviceLevelObjectives(buckets).withRegistry(registry);
  }

  private static Duration[] seconds(double... seconds) {
    return DoubleStream.of(seconds).mapToObj(value -> Duration.ofMillis(Math.round(value * 1_000)))
        .toArray(Duration[]::new);
  }

  @Override
  public void close() {
    machine.close();
    registry.close();
    threads.shutdownNow();
  }
}
