package dev.foley.provider;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The contracts and recorded examples of services, which stand beside the project and not in it. */
public final class SharedSpecs {
  private SharedSpecs() {}

  /** The contract's directory; the test is skipped where it is absent. */
  public static Path directory(String service) {
    Path shared = Path.of(Optional.ofNullable(System.getenv("FOLEY_SHARED")).orElse("../shared"));
    Path specs = shared.resolve("specs").resolve(service);
    assumeTrue(Files.isDirectory(specs), () -> "skipped: the service's contract is not at " + specs);
    return specs;
  }
}
