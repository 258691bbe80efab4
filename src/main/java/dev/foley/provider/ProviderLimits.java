package dev.foley.provider;

import java.time.Duration;

/**
 * How much is asked of one service.
 *
 * @param inFlight submits under way at once; a model's own limit counts besides
 * @param perSecond requests a second, submits and questions together
 * @param failuresInARow calls without a usable answer after which the service is left alone
 * @param openFor how long it is left alone before one call tries it again
 */
public record ProviderLimits(int inFlight, int perSecond, int failuresInARow, Duration openFor) {
  public static final ProviderLimits DEFAULT = new ProviderLimits(8, 20, 5, Duration.ofSeconds(20));

  public ProviderLimits {
    if (inFlight < 1 || perSecond < 1 || failuresInARow < 1 || !openFor.isPositive()) {
      throw new IllegalArgumentException("limits that let nothing through");
    }
  }
}
