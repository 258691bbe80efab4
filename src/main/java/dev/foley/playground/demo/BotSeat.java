package dev.foley.playground.demo;

import dev.foley.playground.page.BotSwitch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The place of the one bot of a playground: one process after the other, on the same data. Thread-safe. */
final class BotSeat implements BotSwitch, AutoCloseable {
  private final List<String> command;
  private final Map<String, String> environment;
  private final Path log;
  private @Nullable BotProcess process; // guarded by this
  private boolean closed; // guarded by this

  BotSeat(List<String> command, Map<String, String> environment, Path log) {
    this.command = List.copyOf(command);
    this.environment = Map.copyOf(environment);
    this.log = log;
  }

  @Override
  public synchronized boolean running() {
    return process != null && process.isAlive();
  }

  @Override
  public synchronized void start() throws IOException {
    if (!running() && !closed) {
      process = BotProcess.start(command, environment, log);
    }
  }

  @Override
  public void stop() throws InterruptedException {
    BotProcess current = current();
    if (current != null) {
      current.stop();
    }
  }

  @Override
  public void kill() throws InterruptedException {
    BotProcess current = current();
    if (current != null) {
      current.kill();
    }
  }

  /** Stops it for good. */
  @Override
  public void close() {
    BotProcess last;
    synchronized (this) {
      closed = true;
      last = process;
    }
    if (last != null) {
      last.close();
    }
  }

  private synchronized @Nullable BotProcess current() {
    return process;
  }
}
