package dev.foley.generation;

import dev.foley.provider.AudioRequest;
import java.util.Optional;

/**
 * A request that has been validated, and is to be recorded.
 *
 * @param takes how many sounds are to be made of it, 1 to {@value Takes#MOST}
 * @param lineage empty if it was made out of nothing earlier
 */
public record Order(Origin origin, AudioRequest request, int takes, Optional<Lineage> lineage) {
  public Order {
    if (takes < 1 || takes > Takes.MOST) {
      throw new IllegalArgumentException(takes + " takes");
    }
  }

  /** Out of nothing earlier. */
  public static Order of(Origin origin, AudioRequest request, int takes) {
    return new Order(origin, request, takes, Optional.empty());
  }
}
