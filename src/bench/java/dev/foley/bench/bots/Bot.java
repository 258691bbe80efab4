package dev.foley.bench.bots;

import dev.foley.bench.ResidentMemory;
import dev.foley.playground.Playground;
import dev.foley.playground.PlaygroundSettings;
import dev.foley.playground.demo.BotProcess;
import dev.foley.playground.discord.MemberControl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One running bot with all that is its own: a playground, a process, a directory. Closed when it is measured. */
public final class Bot implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Kind kind;
  private final Playground playground;
  private final BotProcess process;
  private final double readySeconds;
  private final double usableSeconds;

  private Bot(Kind kind, Playground playground, BotProcess process, double readySeconds, double usableSeconds) {
    this.kind = kind;
    this.playground = playground;
    this.process = process;
    this.readySeconds = readySeconds;
    this.usableSeconds = usableSeconds;
  }

  /**
   * Starts it and waits until {@code /music} can be used.
   *
   * @param data its directory; Foley's database is made in it if there is none
   * @param changed variables of its environment that differ
   */
  public static Bot start(Kind kind, PlaygroundSettings settings, Path data, Map<String, String> changed)
      throws IOException, InterruptedException, TimeoutException {
    Playground playground = Playground.start(0, settings);
    try {
      // The limits of Discord's that members of one server would never meet; all bots are spared them alike.
      playground.discord().faults().enforceRateLimits(false);
      playground.discord().faults().enforceHeartbeats(false);
      Map<String, String> environment = playground.botEnvironment(data);
      environment.putAll(changed);
      long start = System.nanoTime();
      BotProcess process = BotProcess.start(kind.command(), environment, data.resolve("bot.log"));
      playground.discord().world().awaitSessions(1, PATIENCE);
      double ready = secondsSince(start);
      playground.discord().control().awaitCommand("music", PATIENCE);
      return new Bot(kind, playground, process, ready, secondsSince(start));
    } catch (IOException | InterruptedException | TimeoutException | RuntimeException e) {
      playground.close();
      throw e;
    }
  }

  public Kind kind() {
    return kind;
  }

  public Playground playground() {
    return playground;
  }

  public MemberControl members() {
    return playground.discord().control();
  }

  /** From the start of the process until Discord had said READY to it. */
  public double readySeconds() {
    return readySeconds;
  }

  /** From the start of the process until its commands were registered. */
  public double usableSeconds() {
    return usableSeconds;
  }

  /** Resident memory, as the kernel counts it. Linux only. */
  public double residentMegabytes() throws IOException {
    return ResidentMemory.now(process.pid());
  }

  /** Keeps it from running, so that it takes nothing from another that is measured. */
  public void pause() throws IOException, InterruptedException {
    signal("STOP");
  }

  public void resume() throws IOException, InterruptedException {
    signal("CONT");
  }

  private void signal(String name) throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start();
    if (!kill.waitFor(5, TimeUnit.SECONDS) || kill.exitValue() != 0) {
      throw new IOException(kind.title() + " cannot be sent SIG" + name);
    }
  }

  private static double secondsSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e9;
  }

  @Override
  public void close() {
    try {
      process.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      playground.close();
    }
  }
}
