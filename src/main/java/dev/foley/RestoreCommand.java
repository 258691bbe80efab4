package dev.foley;

import dev.foley.store.DatabaseUnusableException;
import dev.foley.store.SqliteRestore;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./foley restore}: what {@link BackupCommand} saved, while no bot runs. */
@Command(name = "restore", description = "Put a backup in place, while the bot is stopped.")
final class RestoreCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "as backup wrote it")
  private Path file;

  @Option(names = "--replace", description = "keep a database that is there under another name, instead of refusing")
  private boolean replace;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<DataPlaces> places = DataPlaces.ofThisProcess(err);
    return places.isPresent() ? restore(places.get(), err) : Main.EXIT_USAGE;
  }

  private int restore(DataPlaces places, PrintWriter err) throws IOException {
    try {
      SqliteRestore.Summary restored = new SqliteRestore(places.store(), places.spool(), InstantSource.system())
          .read(file, replace);
      PrintWriter out = spec.commandLine().getOut();
      out.printf("Restored %s: %s.%n", restored.database(),
          BackupCommand.contents(restored.generations(), restored.unfinished(), restored.sounds()));
      restored.aside().ifPresent(aside -> out.printf("What was there before is kept as %s.%n", aside));
      return 0;
    } catch (DatabaseUnusableException e) {
      err.println(e.getMessage());
      return 1;
    }
  }
}
