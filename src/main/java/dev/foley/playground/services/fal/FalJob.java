package dev.foley.playground.services.fal;

import dev.foley.playground.services.JobTimes;
import dev.foley.playground.services.WorkPlaces;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One accepted job as it is planned now. Only a job that still waits can be planned anew, so its status is a matter of
 * the time alone.
 *
 * @param key of the account
 * @param words of its input
 * @param drawn how long it waits even in an empty queue, and how long it takes
 * @param span when it is in progress
 */
record FalJob(String id, String key, FalModel model, String words, double seconds, Instant acceptedAt,
    JobTimes.Drawn drawn, WorkPlaces.Span span, FalEnd end, Bill bill) {
  /** A job that takes longer never ends. */
  private static final Duration FORESEEN = Duration.ofDays(1);

  /** As the service spells them. */
  enum Status {
    IN_QUEUE, IN_PROGRESS, COMPLETED
  }

  /**
   * What it costs.
   *
   * @param billable in the units of the model: audios, seconds of sound or of computing
   * @param price in thousandths of a US dollar
   * @param refunded whether it is given back at the end
   */
  record Bill(BigDecimal billable, long price, boolean refunded) {}

  Status status(Instant now) {
    if (now.isBefore(span.startsAt())) {
      return Status.IN_QUEUE;
    }
    return now.isBefore(span.endsAt()) ? Status.IN_PROGRESS : Status.COMPLETED;
  }

  /** When it will end; empty once it has, and as long as it has no place. */
  Optional<Instant> due(Instant now) {
    boolean planned = !span.endsAt().equals(Instant.MAX)
        && Duration.between(now, span.endsAt()).compareTo(FORESEEN) < 0;
    return planned && now.isBefore(span.endsAt()) ? Optional.of(span.endsAt()) : Optional.empty();
  }

  Duration inference() {
    return Duration.between(span.startsAt(), span.endsAt());
  }

  FalJob planned(WorkPlaces.Span newSpan) {
    return new FalJob(id, key, model, words, seconds, acceptedAt, drawn, newSpan, end, bill);
  }

  /** The same, over at this moment. */
  FalJob endingAt(Instant now, FalEnd newEnd, Bill newBill) {
    Instant started = now.isBefore(span.startsAt()) ? now : span.startsAt();
    return new FalJob(id, key, model, words, seconds, acceptedAt, drawn, new WorkPlaces.Span(started, now), newEnd,
        newBill);
  }
}
