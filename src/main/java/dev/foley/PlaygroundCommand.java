package dev.foley;

import dev.foley.playground.demo.PlaygroundSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./foley playground}: the whole bot in a browser, without account or key. */
@Command(name = "playground", description = "Try the bot in a browser, on a local Discord, until it is stopped.")
final class PlaygroundCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "N", description = "0 for any free one (default: ${DEFAULT-VALUE})", defaultValue = "8700")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "keep the bot's database, files and log there; nothing is kept otherwise")
  private @Nullable Path data;

  @Option(names = "--time-factor", paramLabel = "N", defaultValue = "8", description = "how many times faster than real the simulated services are (default: ${DEFAULT-VALUE})")
  private double timeFactor;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PlaygroundSession session = PlaygroundSession.start(port, timeFactor, data, BotCommand.run());
    Shutdown shutdown = new Shutdown(session);
    PrintWriter terminal = spec.commandLine().getOut();
    terminal.println("The playground is open at " + session.url() + "/");
    terminal.println("Its sound is a sketch by a built-in synthesiser, not an AI model. Ctrl-C ends it.");
    shutdown.await();
    return 0;
  }
}
