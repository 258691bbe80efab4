package dev.foley.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether a service is worth asking, by how its latest calls went. After so many failures in a row it is left alone for a while;
 * then one call tries it, and the outcome of that one decides. Thread-safe.
 *
 * <p>Each {@link #begin} that says yes is followed by one of {@link #worked}, {@link #failed} and {@link #undecided}.
 */
final class ServiceFuse {
  private static final Logger log = LoggerFactory.getLogger(ServiceFuse.class);
  /** How soon to look again while one call is trying the service. */
  private static final Duration UNTIL_TRIED = Duration.ofSeconds(1);
  /** Making a sound takes as long as it takes. */
  private static final Duration NO_CALL_IS_SLOW = Duration.ofDays(1);

  private final CircuitBreaker breaker;
  private final Duration openFor;
  private final InstantSource clock;
  /** Guarded by this. Meaningful while the breaker is open. */
  private Instant openUntil = Instant.EPOCH;

  ServiceFuse(ProviderName provider, ProviderLimits limits, InstantSource clock) {
    this.openFor = limits.openFor();
    this.clock = clock;
    this.breaker = CircuitBreaker.of(provider.value(), CircuitBreakerConfig.custom()
        .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
        .slidingWindowSize(limits.failuresInARow())
        .minimumNumberOfCalls(limits.failuresInARow())
        .failureRateThreshold(100)
        .slowCallDurationThreshold(NO_CALL_IS_SLOW)
        .waitDurationInOpenState(limits.openFor())
        .permittedNumberOfCallsInHalfOpenState(1)
        .clock(clock.withZone(ZoneOffset.UTC))
        .build());
  }

  /** How long the service is still left alone; empty if it may be tried. */
  synchronized Optional<Duration> rest() {
    Instant now = clock.instant();
    return breaker.getState() == State.OPEN && !now.isAfter(openUntil)
        ? Optional.of(Duration.between(now, openUntil).plusMillis(1))
        : Optional.empty();
  }

  /**
   * Begins a call.
   *
   * @return how long to wait instead; empty if it may be made
   */
  synchronized Optional<Duration> begin() {
    return breaker.tryAcquirePermission() ? Optional.empty() : rest().or(() -> Optional.of(UNTIL_TRIED));
  }

  /** The service answered, whatever it said. */
  synchronized void worked() {
    State before = breaker.getState();
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    if (before != State.CLOSED && breaker.getState() == State.CLOSED) {
      log.atInfo().addKeyValue("provider", breaker.getName()).log("Service answers again");
    }
  }

  /** It did not. */
  synchronized void failed(ProviderException e) {
    State before = breaker.getState();
    breaker.onError(0, TimeUnit.NANOSECONDS, e);
    if (before != State.OPEN && breaker.getState() == State.OPEN) {
      openUntil = clock.instant().plus(openFor);
      log.atWarn().addKeyValue("provider", breaker.getName()).addKeyValue("openFor", openFor)
          .addKeyValue("lastFailure", e.kind()).log("Service keeps failing and is left alone");
    }
  }

  /** Nothing was learned about it. */
  synchronized void undecided() {
    breaker.releasePermission();
  }
}
