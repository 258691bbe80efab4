package dev.foley.ops.metrics;

import dev.foley.generation.GenerationState;
import dev.foley.ops.metrics.Readings.Gateway;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** What is read off at each scrape; not a number where it is not known. */
final class Gauges implements MeterBinder {
  private static final double UNKNOWN = Double.NaN;

  /** The latest; held by whoever made this, since meters do not hold what they read from. */
  private final AtomicReference<Look> look;
  private final String version;

  Gauges(AtomicReference<Look> look, String version) {
    this.look = look;
    this.version = version;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("foley.build", () -> 1).tag("version", version).description("Which program this is; always 1.")
        .register(registry);
    discord(registry);
    services(registry);
    queue(registry);
    database(registry);
  }

  private void discord(MeterRegistry registry) {
    gauge("foley.discord.shards", "Shards of this instance; 0 until the first log-in.", gateway(Gateway::shards))
        .register(registry);
    gauge("foley.discord.shards.connected", "Shards whose gateway is connected.", gateway(Gateway::connected))
        .register(registry);
    gauge("foley.discord.guilds", "Servers that these shards see.", gateway(Gateway::guilds)).register(registry);
    gauge("foley.discord.ping", "From a heartbeat to its answer, of the slowest shard.",
        gateway(gateway -> gateway.ping().map(Gauges::seconds).orElse(UNKNOWN))).baseUnit("seconds").register(registry);
    reconnects(registry, "resumed", Gateway::resumed);
    reconnects(registry, "begun_anew", Gateway::begunAnew);
  }

  private void reconnects(MeterRegistry registry, String kind, ToDoubleFunction<Gateway> count) {
    FunctionCounter.builder("foley.discord.reconnects", look, seen -> count.applyAsDouble(seen.get().gateway()))
        .tag("kind", kind).description("Sessions at the gateway that broke off and were taken up again, or begun anew.")
        .register(registry);
  }

  private void services(MeterRegistry registry) {
    for (String provider : look.get().services().keySet()) {
      gauge("foley.provider.up", "1 while the service is asked; 0 while it is left alone because it keeps failing.",
          service(provider, service -> service.leftAlone() ? 0 : 1)).tag("provider", provider).register(registry);
      gauge("foley.provider.waiting", "Generations that wait for room at the service, on this instance.",
          service(provider, Readings.Service::waiting)).tag("provider", provider).register(registry);
    }
  }

  private void queue(MeterRegistry registry) {
    gauge("foley.intake.permits", "How many orders may be on their way into the database at once.",
        seen -> seen.intake().permits()).register(registry);
    gauge("foley.intake.used", "How many are.", seen -> seen.intake().inUse()).register(registry);
    FunctionCounter.builder("foley.intake.refused", look, seen -> seen.get().intake().refused())
        .description("Members who read that the bot is busy.").register(registry);
    gauge("foley.scheduler.up", "1 while timers are looked for.", seen -> seen.scheduler().isAlive() ? 1 : 0)
        .register(registry);
    gauge("foley.workers", "How many generations may be advanced at once.", seen -> seen.scheduler().workers())
        .register(registry);
    gauge("foley.workers.busy", "How many are.", seen -> seen.scheduler().busy()).register(registry);
    gauge("foley.timers.due", "Timers that are due and were not taken up yet, in the whole database.",
        stored(Readings.Stored::timersDue)).register(registry);
    gauge("foley.timers.overdue", "For how long the first of them has been due.",
        stored(stored -> seconds(stored.oldestDue()))).baseUnit("seconds").register(registry);
  }

  private void database(MeterRegistry registry) {
    gauge("foley.database.up", "1 if the database answered within " + Look.PATIENCE.toSeconds() + " s.",
        seen -> seen.stored().isPresent() ? 1 : 0).register(registry);
    Stream.of(GenerationState.class.getPermittedSubclasses()).map(Class::getSimpleName).filter(Gauges::isUnfinished)
        .forEach(
            state -> gauge("foley.generations.pending", "Unfinished generations in the database, of all instances.",
                stored(stored -> stored.unfinished().getOrDefault(state, 0L))).tag("state", state).register(registry));
    connections(registry, "active", Readings.Pool::active);
    connections(registry, "idle", Readings.Pool::idle);
    gauge("foley.database.waiting", "Who waits for a connection to the database.", seen -> seen.pool().waiting())
        .register(registry);
    gauge("foley.data.free", "What is left for database and sounds.", seen -> seen.disk().free()).baseUnit("bytes")
        .register(registry);
    gauge("foley.data.size", "How large the file system of the data directory is.", seen -> seen.disk().size())
        .baseUnit("bytes").register(registry);
  }

  private void connections(MeterRegistry registry, String state, ToDoubleFunction<Readings.Pool> count) {
    gauge("foley.database.connections", "Connections to the database.", seen -> count.applyAsDouble(seen.pool()))
        .tag("state", state).register(registry);
  }

  private static boolean isUnfinished(String state) {
    return !state.equals(GenerationState.Delivered.class.getSimpleName())
        && !state.equals(GenerationState.Failed.class.getSimpleName());
  }

  private Gauge.Builder<AtomicReference<Look>> gauge(String name, String description, ToDoubleFunction<Look> value) {
    return Gauge.builder(name, look, seen -> value.applyAsDouble(seen.get())).description(description);
  }

  private static ToDoubleFunction<Look> gateway(ToDoubleFunction<Gateway> value) {
    return look -> value.applyAsDouble(look.gateway());
  }

  private static ToDoubleFunction<Look> stored(Function<Readings.Stored, Number> value) {
    return look -> look.stored().map(value).map(Number::doubleValue).orElse(UNKNOWN);
  }

  private static ToDoubleFunction<Look> service(String provider, ToDoubleFunction<Readings.Service> value) {
    return look -> {
      Readings.Service service = look.services().get(provider);
      return service == null ? UNKNOWN : value.applyAsDouble(service);
    };
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1_000.0;
  }
}
