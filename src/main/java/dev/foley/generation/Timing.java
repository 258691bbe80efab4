package dev.foley.generation;

import dev.foley.generation.polling.Sighting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When the service had a generation; from this it is learned how long jobs take.
 *
 * @param submittedAt when the latest submit began; empty before the first
 * @param answeredAt when the sound was seen to be made; empty until then, and for what never was
 * @param seen what was seen of the job on the way, in seconds since the submit; empty until the sound is made, and for services that
 *     answer at once
 */
public record Timing(Optional<Instant> submittedAt, Optional<Instant> answeredAt, Optional<Sighting> seen) {
  /** Of what has not been submitted yet. */
  public static final Timing NONE = new Timing(Optional.empty(), Optional.empty());

  /** Of what was not asked about. */
  public Timing(Optional<Instant> submittedAt, Optional<Instant> answeredAt) {
    this(submittedAt, answeredAt, Optional.empty());
  }

  /** How long the service took. */
  public Optional<Duration> took() {
    return submittedAt.flatMap(from -> answeredAt.map(until -> Duration.between(from, until)));
  }

  /** With what was seen of the job. */
  Timing seen(Sighting sighting) {
    return new Timing(submittedAt, answeredAt, Optional.of(sighting));
  }

  /** With what a state that is entered says about it. */
  Timing entering(GenerationState state) {
    return switch (state) {
      case GenerationState.Submitting(Instant since) -> new Timing(Optional.of(since), Optional.empty());
      case GenerationState.Completed(var _, Instant since) -> answered(since);
      case GenerationState.Ready(var _, Instant since) -> answered(since);
      case GenerationState.Queued _, GenerationState.Pending _, GenerationState.Cancelling _, GenerationState.Delivered _, GenerationState.Failing _, GenerationState.Failed _ ->
        this;
    };
  }

  /** The first time counts: a file may be fetched more than once. */
  private Timing answered(Instant at) {
    return answeredAt.isPresent() ? this : new Timing(submittedAt, Optional.of(at), seen);
  }
}
