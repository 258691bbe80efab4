package dev.foley.playground.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The bot as a process of its own: started as a host would start it, and ended as a host, or a power cut, would end it. */
public final class BotProcess implements AutoCloseable {
  private static final Duration GRACE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;

  private BotProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it and returns at once; it is ready when it has come online.
   *
   * @param command such as {@code ./foley run}
   * @param environment in addition to ours; an empty value removes a variable
   * @param log where what it prints is appended
   */
  public static BotProcess start(List<String> command, Map<String, String> environment, Path log) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    environment.forEach((name, value) -> {
      if (value.isEmpty()) {
        builder.environment().remove(name);
      } else {
        builder.environment().put(name, value);
      }
    });
    Process process = builder.start();
    process.getOutputStream().close();
    return new BotProcess(process, log);
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** What it has printed. */
  public Path log() {
    return log;
  }

  /** SIGKILL: no handler runs, nothing is flushed. Returns when it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }

  /**
   * SIGTERM, and time to finish what is in hand.
   *
   * @return its exit code; 137 if it had to be killed
   */
  public int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      kill();
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
