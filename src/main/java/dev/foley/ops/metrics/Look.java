package dev.foley.ops.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All readings of one moment, so that one scrape asks each part once.
 *
 * @param stored empty if the database has not answered in time
 */
record Look(Readings.Gateway gateway, Readings.Intake intake, Map<String, Readings.Service> services,
    Readings.Scheduler scheduler, Readings.Pool pool, Readings.Disk disk, Optional<Readings.Stored> stored) {
  /** Prometheus itself waits ten seconds; what else there is to tell is not to be lost with the database. */
  static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Logger log = LoggerFactory.getLogger(Look.class);

  static Look at(Readings readings, Executor threads, Duration patience) {
    CompletableFuture<Readings.Stored> asked = CompletableFuture.supplyAsync(readings::stored, threads);
    return new Look(readings.gateway(), readings.intake(),
        readings.services().stream().collect(Collectors.toMap(Readings.Service::provider, Function.identity())),
        readings.scheduler(), readings.pool(), readings.disk(), within(patience, asked));
  }

  private static Optional<Readings.Stored> within(Duration patience, CompletableFuture<Readings.Stored> asked) {
    try {
      return Optional.of(asked.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException e) {
      log.atDebug().setCause(e).log("The database did not answer for metrics");
      return Optional.empty();
    }
  }
}
