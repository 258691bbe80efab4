package dev.foley.bench.chaos;

import dev.foley.BotCommand;
import dev.foley.playground.Playground;
import dev.foley.playground.demo.BotProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** The bot that is killed and started again, always on the same data. {@link #kill} may be called on any thread, the rest on one. */
final class Patient implements AutoCloseable {
  private static final Duration START_PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final String CONFIG = """
      generation: {queuePatience: 10m, submitPatience: 10m}
      limits: {pendingPerMember: 5000, pendingPerChannel: 5000, confirmAbove: never}
      """;

  private final Playground playground;
  private final Flights flights;
  private final Map<String, String> environment;
  private final Path log;
  private volatile @Nullable BotProcess process;
  private int sessions;

  /** @param directory for its data, its configuration and its log */
  Patient(Playground playground, Flights flights, Path directory) throws IOException {
    this.playground = playground;
    this.flights = flights;
    this.log = directory.resolve("bot.log");
    this.environment = new HashMap<>(playground.botEnvironment(directory.resolve("data")));
    environment.put("FOLEY_CONFIG", Files.writeString(directory.resolve("foley.yaml"), CONFIG).toString());
  }

  /** Begins to start; see {@link #awaitReady}. */
  void start() throws IOException {
    sessions = playground.discord().world().begunSessions();
    flights.started();
    process = BotProcess.start(BotCommand.run(), environment, log);
  }

  /** @throws TimeoutException if it does not get ready, or dies by itself */
  void awaitReady() throws InterruptedException, TimeoutException {
    for (Duration waited = Duration.ZERO; waited.compareTo(START_PATIENCE) < 0; waited = waited.plus(LOOK)) {
      try {
        playground.discord().world().awaitSessions(sessions + 1, LOOK);
        return;
      } catch (TimeoutException e) {
        if (!current().isAlive()) {
          throw new TimeoutException("the bot has died by itself; what it logged is in " + log);
        }
      }
    }
    throw new TimeoutException("the bot is not ready after " + START_PATIENCE + "; what it logged is in " + log);
  }

  /** SIGKILL; returns when it is gone. */
  void kill() throws InterruptedException {
    current().kill();
    flights.killed();
  }

  /** SIGTERM. @return its exit code */
  int stop() throws InterruptedException {
    return current().stop();
  }

  Path log() {
    return log;
  }

  private BotProcess current() {
    BotProcess known = process;
    if (known == null) {
      throw new IllegalStateException("it was never started");
    }
    return known;
  }

  @Override
  public void close() {
    BotProcess last = process;
    if (last != null) {
      last.close();
    }
  }
}
