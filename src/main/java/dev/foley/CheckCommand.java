package dev.foley;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./foley check}: whether the bot would work, before it is started. */
@Command(name = "check", description = "Look at settings, keys, Discord, database and disk, and tell what to do; changes nothing.")
final class CheckCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    if (System.getenv("FOLEY_LOG_LEVEL") == null) {
      // What goes wrong is told by the table; the log would say it a second time, in the middle of it.
      ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.OFF);
      ((Logger) LoggerFactory.getLogger("dev.foley")).setLevel(Level.OFF);
    }
    Path home = Path.of(System.getProperty("foley.home", "."));
    return new CheckRun(System.getenv(), home, InstantSource.system()).run(spec.commandLine().getOut(),
        Ansi.AUTO.enabled());
  }
}
