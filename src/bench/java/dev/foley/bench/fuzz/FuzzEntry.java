package dev.foley.bench.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What Jazzer calls. Beside that it notes how full the heap is, after a collection, early and at the end: what a reader keeps of what
 * it has read shows as growth.
 */
public final class FuzzEntry {
  /** By then all classes are loaded and caches of fixed size are full. */
  private static final long WARM = 5_000;

  /** Set before anything else is called. */
  private static @Nullable Run run;
  private static long executions;

  private record Run(FuzzTarget target, Path notes) {}

  private FuzzEntry() {}

  /** @param args target and the directory that it may use, in which {@code heap} appears */
  public static void fuzzerInitialize(String[] args) throws IOException {
    Path directory = Path.of(args[1]);
    FuzzTarget target = FuzzTargets.of(args[0]).in(Files.createDirectories(directory.resolve("files")));
    for (byte[] seed : target.seeds()) {
      target.read(seed); // loads classes, which is slow the first time and no hang
    }
    run = new Run(target, directory.resolve("heap"));
  }

  /** An exception that leaves this is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (executions++ == WARM) {
      note("early");
    }
    try {
      run().target().read(input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTearDown() {
    note("end");
  }

  private static Run run() {
    return Objects.requireNonNull(run, "not begun");
  }

  private static void note(String when) {
    Path notes = run().notes();
    System.gc();
    long bytes = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    try {
      String before = Files.exists(notes) ? Files.readString(notes) : "";
      Files.writeString(notes, before + when + " " + bytes + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
