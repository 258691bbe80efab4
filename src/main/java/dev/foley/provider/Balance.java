package dev.foley.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * What the host's account at a service still has.
 *
 * @param renewsAt when the service fills it up again, where it does
 */
public record Balance(BigDecimal amount, CostUnit unit, Optional<Instant> renewsAt) {}
