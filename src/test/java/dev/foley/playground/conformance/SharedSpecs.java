package dev.foley.playground.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Finds the wire contracts, which lie beside the project and not in it. */
final class SharedSpecs {
  private SharedSpecs() {}

  /**
   * A file below {@code ../shared/specs}, or below {@code $FOLEY_SHARED/specs} for a work tree that lies elsewhere. The
   * calling test is skipped where there is none.
   */
  static Path require(String name) {
    Path shared = Path.of(Objects.requireNonNullElse(System.getenv("FOLEY_SHARED"), "../shared"));
    Path file = shared.resolve("specs").resolve(name);
    assumeTrue(Files.isReadable(file),
        () -> "Skipped: no " + file
            + ". Put the shared specifications beside the project or name them by FOLEY_SHARED.");
    return file;
  }
}
