package dev.foley.generation;

import dev.foley.provider.FailureReason;
import dev.foley.provider.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** What to do after a call that failed and may be repeated: wait and try again, or give up once patience has run out. */
final class Retry {
  private final Transitions transitions;
  private final Bookkeeper books;
  private final Backoff backoff;
  private final InstantSource clock;

  Retry(Transitions transitions, Bookkeeper books, Backoff backoff, InstantSource clock) {
    this.transitions = transitions;
    this.books = books;
    this.backoff = backoff;
    this.clock = clock;
  }

  /**
   * Tries again later, from {@code from}, unless that would be after {@code giveUpAt}.
   *
   * @param reason what the member is told when patience has run out
   * @param atLeast what the other side asked us to wait
   * @param detail for the log
   */
  Next later(Generation generation, GenerationState from, Instant giveUpAt, FailureReason reason, Duration atLeast,
      String detail) {
    return later(generation, from, giveUpAt, atLeast, detail, () -> giveUp(generation, reason, detail));
  }

  /** As above, after a call to a service that taught us nothing. */
  Next later(Generation generation, GenerationState from, Instant giveUpAt, FailureReason reason, ProviderException e) {
    return later(generation, from, giveUpAt, reason, e.retryAfter().orElse(Duration.ZERO), describe(e));
  }

  /**
   * Tries again later, for those who end differently.
   *
   * @param end what to do when patience has run out
   */
  Next later(Generation generation, GenerationState from, Instant giveUpAt, Duration atLeast, String detail,
      Supplier<Next> end) {
    Instant now = clock.instant();
    Generation failed = generation.afterFailure(from);
    Instant again = now.plus(backoff.after(failed.failures(), atLeast));
    if (again.isAfter(giveUpAt)) {
      return end.get();
    }
    if (!transitions.commit(failed)) {
      return new Next.WakeAt(now);
    }
    transitions.listener().retrying(failed, detail);
    return new Next.WakeAt(again);
  }

  /** Goes on to telling the member that there will be no sound. */
  Next giveUp(Generation generation, FailureReason reason, String detail) {
    Instant now = clock.instant();
    Generation failing = generation.to(new GenerationState.Failing(reason, now));
    if (transitions.commit(failing, books.failed(generation, reason.charge()))) {
      transitions.listener().failed(failing, reason, detail);
    }
    return new Next.WakeAt(now);
  }

  /** For the log. */
  static String describe(ProviderException e) {
    return e.kind() + ": " + e.getMessage();
  }
}
