package dev.foley.playground.conformance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Finds the wire contracts, which lie beside the project and not in it. */
final class SharedSpecs {
  private SharedSpecs() {}

  /** A file below {@code ../shared/specs}, or below {@code $FOLEY_SHARED/specs} for a work tree that lies elsewhere. */
  static Optional<Path> find(String name) {
    return Optional.of(path(name)).filter(Files::isReadable);
  }

  /** As {@link #find}; the calling test is skipped where there is none. */
  static Path require(String name) {
    assumeTrue(find(name).isPresent(), () -> "Skipped: no " + path(name)
        + ". Put the shared specifications beside the project or name them by FOLEY_SHARED.");
    return path(name);
  }

  private static Path path(String name) {
    return Path.of(Objects.requireNonNullElse(System.getenv("FOLEY_SHARED"), "../shared"), "specs", name);
  }
}
