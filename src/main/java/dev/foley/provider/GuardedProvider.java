package dev.foley.provider;

import dev.foley.provider.ProviderException.Kind;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * A service that is asked no more than it takes. Thread-safe, and waits for nothing: what cannot be sent now is said so, and
 * whoever asked comes back.
 *
 * <p>Four things are counted: submits under way ({@link SubmitPlaces}), requests in a second, failures in a row
 * ({@link ServiceFuse}), and the time until which the service has asked to be spared. A submit is asked for by {@link #admit},
 * which takes a place and a request of this second; {@link #submit} then only finds out whether the service works. A poll that
 * is held back says so ({@link PollOutcome.NotAsked}). Any other question is held back with the same kinds of
 * {@link ProviderException} that the service itself would cause, and nothing is sent.
 */
public final class GuardedProvider implements AudioProvider {
  private static final Duration SECOND = Duration.ofSeconds(1);
  /** After an answer that is a refusal for want of room and does not say for how long. */
  private static final Duration USUAL_HOLD = SECOND;
  /** One answer may not keep everybody from results that exist: after this, one request finds out whether it still counts. */
  private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);

  private final AudioProvider guarded;
  private final InstantSource clock;
  private final SubmitPlaces places;
  private final ServiceFuse fuse;
  private final RateLimiter rate;
  /** Guarded by this. */
  private Instant heldUntil = Instant.EPOCH;
  /** When the last one that was turned away may come back. Guarded by this. */
  private Instant lastTurnedAway = Instant.EPOCH;
  private final Duration betweenRequests;

  public GuardedProvider(AudioProvider guarded, ProviderLimits limits, InstantSource clock) {
    this(guarded, limits, clock, System::nanoTime); // a clock that is set back must not stop requests
  }

  GuardedProvider(AudioProvider guarded, ProviderLimits limits, InstantSource clock, LongSupplier nanoTime) {
    this.guarded = guarded;
    this.clock = clock;
    this.places = new SubmitPlaces(guarded.name(), limits.inFlight(), guarded.models());
    this.fuse = new ServiceFuse(guarded.name(), limits, clock);
    this.betweenRequests = SECOND.dividedBy(limits.perSecond());
    this.rate = new AtomicRateLimiter(guarded.name().value(), RateLimiterConfig.custom()
        .limitForPeriod(limits.perSecond()).limitRefreshPeriod(SECOND).timeoutDuration(Duration.ZERO).build(),
        nanoTime::getAsLong);
  }

  @Override
  public ProviderName name() {
    return guarded.name();
  }

  @Override
  public List<AudioModel> models() {
    return guarded.models();
  }

  @Override
  public Admission admit(ModelId model) {
    Optional<Duration> rest = fuse.rest();
    if (rest.isPresent()) {
      return new Admission.Down(rest.get());
    }
    Optional<Duration> held = held();
    if (held.isPresent()) {
      return new Admission.Busy(held.get());
    }
    Optional<Admission.Place> place = places.take(model);
    if (place.isEmpty()) {
      return new Admission.Busy(SECOND);
    }
    if (!rate.acquirePermission()) {
      place.get().close();
      return new Admission.Busy(SECOND);
    }
    return new Admission.Granted(place.get());
  }

  @Override
  public boolean down() {
    return fuse.rest().isPresent();
  }

  @Override
  public boolean repeatable() {
    return guarded.repeatable();
  }

  /** To be called while a place is held that {@link #admit} granted. */
  @Override
  public SubmitOutcome submit(Submission submission) throws ProviderException {
    return call(() -> guarded.submit(submission));
  }

  @Override
  public PollOutcome poll(ProviderJobId jobId, String correlationId) throws ProviderException {
    Optional<Duration> held = held();
    if (held.isPresent()) {
      return new PollOutcome.NotAsked(held.get());
    }
    if (fuse.rest().isEmpty() && !rate.acquirePermission()) {
      return new PollOutcome.NotAsked(turnAway());
    }
    return call(() -> guarded.poll(jobId, correlationId));
  }

  @Override
  public boolean cancels() {
    return guarded.cancels();
  }

  @Override
  public CancelOutcome cancel(ProviderJobId jobId) throws ProviderException {
    return ask(() -> guarded.cancel(jobId));
  }

  @Override
  public List<Voice> voices() throws ProviderException {
    return ask(guarded::voices);
  }

  @Override
  public Optional<Balance> balance() throws ProviderException {
    return ask(guarded::balance);
  }

  /**
   * Takes over how many requests at once the service said that it takes from this account; never more than is configured.
   *
   * @param maximum less than 1 counts as 1
   */
  public void maximumObserved(int maximum) {
    places.observe(maximum);
  }

  @FunctionalInterface
  private interface Call<T> {
    T make() throws ProviderException;
  }

  private <T> T ask(Call<T> question) throws ProviderException {
    Optional<Duration> held = held();
    if (held.isPresent()) {
      throw new ProviderException(Kind.THROTTLED, "held back, as the service asked", held.get(), null);
    }
    Optional<Duration> rest = fuse.rest();
    if (rest.isPresent()) {
      throw leftAlone(rest.get());
    }
    if (!rate.acquirePermission()) {
      throw new ProviderException(Kind.THROTTLED, "held back: enough requests in this second", SECOND, null);
    }
    return call(question);
  }

  private <T> T call(Call<T> call) throws ProviderException {
    Optional<Duration> rest = fuse.begin();
    if (rest.isPresent()) {
      throw leftAlone(rest.get());
    }
    boolean judged = false;
    try {
      T answer = call.make();
      fuse.worked();
      judged = true;
      return answer;
    } catch (ProviderException e) {
      judge(e);
      judged = true;
      throw e;
    } finally {
      if (!judged) {
        fuse.undecided();
      }
    }
  }

  private void judge(ProviderException e) {
    switch (e.kind()) {
      case UNAVAILABLE, OUTCOME_UNKNOWN -> fuse.failed(e);
      case THROTTLED, UNAUTHORIZED -> fuse.worked();
      case INVALID_RESPONSE -> fuse.undecided();
    }
    if (e.kind() == Kind.THROTTLED || e.retryAfter().isPresent()) {
      hold(e.retryAfter().orElse(USUAL_HOLD));
    }
  }

  private ProviderException leftAlone(Duration rest) {
    return new ProviderException(Kind.UNAVAILABLE, "left alone, after it kept failing", rest, null);
  }

  private synchronized void hold(Duration wait) {
    Instant until = clock.instant().plus(wait.compareTo(LONGEST_HOLD) < 0 ? wait : LONGEST_HOLD);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }

  /**
   * When a question for which this second has no room may come back. They come one after the other, as fast as they can be let through:
   * thousands that all came back in a second would nearly all be turned away again, every second.
   */
  private synchronized Duration turnAway() {
    Instant now = clock.instant();
    Instant soonest = now.plus(SECOND);
    Instant latest = now.plus(LONGEST_HOLD);
    Instant next = lastTurnedAway.plus(betweenRequests);
    lastTurnedAway = next.isBefore(soonest) ? soonest : next.isAfter(latest) ? latest : next;
    return Duration.between(now, lastTurnedAway);
  }

  private synchronized Optional<Duration> held() {
    Duration left = Duration.between(clock.instant(), heldUntil);
    return left.isPositive() ? Optional.of(left) : Optional.empty();
  }
}
