package dev.foley;

import dev.foley.playground.server.PortTakenException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(name = "foley", description = "A Discord bot that turns words into sound.", mixinStandardHelpOptions = true, versionProvider = Main.Version.class, synopsisSubcommandLabel = "COMMAND", footer = {
    "", "In a clone, bench NAME measures: ./foley bench --help"}, subcommands = {
        RunCommand.class, CheckCommand.class, DemoCommand.class, PlaygroundCommand.class, SimulatorCommand.class,
        BackupCommand.class, RestoreCommand.class})
public final class Main {
  /** Somebody has to change a file, a variable or the command line. */
  static final int EXIT_USAGE = 2;

  private Main() {}

  public static void main(String[] args) {
    // What picocli costs, a service that is started anew need not wait for.
    boolean plainRun = args.length == 1 && args[0].equals(RunCommand.NAME);
    Shutdown.exit(plainRun
        ? BotRun.run(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
        : commandLine().execute(args));
  }

  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler(Main::failed);
    return line;
  }

  /** What the world did wrong is a sentence; what we did wrong keeps its stack trace. */
  private static int failed(Exception e, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (e instanceof IOException || e instanceof PortTakenException) {
      command.getErr().println(e instanceof FileSystemException file
          ? "This file or directory cannot be used: " + file.getMessage()
          : String.valueOf(e.getMessage()));
      return 1;
    }
    throw e;
  }

  /** The version that the build wrote into the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[]{"Foley " + number()};
    }

    static String number() {
      String version = Main.class.getPackage().getImplementationVersion();
      return version == null ? "(not packaged)" : version;
    }
  }
}
