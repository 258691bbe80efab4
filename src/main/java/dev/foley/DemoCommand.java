package dev.foley;

import dev.foley.playground.demo.Demo;
import dev.foley.playground.demo.DemoException;
import dev.foley.playground.demo.DemoSettings;
import dev.foley.playground.demo.ScriptDemo;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./foley demo}: the main job, without account, key or browser. */
@Command(name = "demo", description = "Run one command on a local Discord, print the conversation, save the sound.")
final class DemoCommand implements Callable<Integer> {
  @Option(names = "--command", paramLabel = "LINE", description = "what a member types (default: ${DEFAULT-VALUE})", defaultValue = DemoSettings.DEFAULT_LINE)
  private String line;

  @Option(names = "--script", paramLabel = "FILE", description = "commands and presses to go through instead, one a line (see docs/playground.md)")
  private @Nullable Path script;

  @Option(names = "--out", paramLabel = "DIR", description = "where the sound goes (default: ${DEFAULT-VALUE})", defaultValue = "out")
  private Path out;

  @Option(names = "--time-factor", paramLabel = "N", defaultValue = ""
      + DemoSettings.DEFAULT_TIME_FACTOR, description = "how many times faster than real the simulated service is (default: ${DEFAULT-VALUE})")
  private double timeFactor;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PrintWriter terminal = spec.commandLine().getOut();
    try {
      DemoSettings settings = new DemoSettings(line, out, timeFactor, BotCommand.run());
      if (script == null) {
        new Demo(settings, terminal).run();
      } else {
        new ScriptDemo(script, settings, terminal).run();
      }
      return 0;
    } catch (DemoException e) {
      terminal.flush();
      spec.commandLine().getErr().println(e.getMessage());
      return 1;
    } finally {
      terminal.flush();
    }
  }
}
