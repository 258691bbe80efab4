package dev.foley.provider.aimlapi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The service's contract and recorded examples, which stand beside the project and not in it. */
final class SharedSpecs {
  private SharedSpecs() {}

  /** The contract's directory; the test is skipped where it is absent. */
  static Path directory() {
    Path shared = Path.of(Optional.ofNullable(System.getenv("FOLEY_SHARED")).orElse("../shared"));
    Path specs = shared.resolve("specs").resolve("aimlapi");
    assumeTrue(Files.isDirectory(specs), () -> "skipped: the service's contract is not at " + specs);
    return specs;
  }
}
