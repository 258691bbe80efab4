package dev.foley;

import dev.foley.store.DatabaseUnusableException;
import dev.foley.store.SqliteBackup;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./foley backup}: while the bot runs, or not. */
@Command(name = "backup", description = "Save the database, and what is not delivered yet, while the bot runs.")
final class BackupCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "where to; a zip file that must not exist yet")
  private Path file;

  @Spec
  private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Optional<DataPlaces> places = DataPlaces.ofThisProcess(err);
    return places.isPresent() ? save(places.get(), err) : Main.EXIT_USAGE;
  }

  private int save(DataPlaces places, PrintWriter err) throws IOException {
    try {
      SqliteBackup.Summary saved = new SqliteBackup(places.store(), places.spool()).write(file);
      spec.commandLine().getOut().printf("Saved %s, %s: %s.%n", file, size(saved.bytes()),
          contents(saved.generations(), saved.unfinished(), saved.sounds()));
      return 0;
    } catch (DatabaseUnusableException e) {
      err.println(e.getMessage());
      return 1;
    }
  }

  static String contents(int generations, int unfinished, int sounds) {
    return (generations == 1 ? "1 generation" : generations + " generations") + ", " + unfinished
        + " of them under way, " + (sounds == 1 ? "1 sound" : sounds + " sounds") + " not delivered yet";
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? Math.max(1, bytes >> 10) + " KB"
        : (bytes >> 20) + " MB";
  }
}
