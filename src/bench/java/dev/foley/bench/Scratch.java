package dev.foley.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Directories for what the measured bots keep and log. They are below {@code target/bench/scratch} and stay where a benchmark has failed, to
 * tell why; with the next one that succeeds they go.
 */
public final class Scratch {
  private Scratch() {}

  /** A new one. */
  public static Path directory() throws IOException {
    return Files.createTempDirectory(Files.createDirectories(parent()), "run-");
  }

  static void clear() throws IOException {
    if (Files.exists(parent())) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(parent())) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static Path parent() {
    return Path.of(System.getProperty("foley.home", "."), "target", "bench", "scratch").toAbsolutePath();
  }
}
