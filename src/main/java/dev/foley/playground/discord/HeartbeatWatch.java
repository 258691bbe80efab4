package dev.foley.playground.discord;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again for gateway connections that have fallen silent. The clock tells nobody when it moves, so there
 * is nothing to wait for; a look costs a few comparisons. It takes its {@link Turn} like everybody else: a heartbeat
 * comes before it or after it, and a connection is closed once.
 */
final class HeartbeatWatch implements AutoCloseable {
  private static final long EVERY_MILLIS = 100;
  private static final Logger log = LoggerFactory.getLogger(HeartbeatWatch.class);

  private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(
      Thread.ofPlatform().daemon().name("local-discord-heartbeats").factory());
  private final Turn turn;
  private final Gateway gateway;

  HeartbeatWatch(Turn turn, Gateway gateway) {
    this.turn = turn;
    this.gateway = gateway;
  }

  void start() {
    ScheduledFuture<?> _ = scheduler.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS,
        TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    scheduler.shutdown();
  }

  /** One look, as the schedule has them; for tests that move the clock. */
  void look() {
    try {
      turn.run(gateway::closeSilent);
    } catch (RuntimeException e) {
      log.atError().setCause(e).log("Looking for silent gateway connections failed");
    }
  }
}
