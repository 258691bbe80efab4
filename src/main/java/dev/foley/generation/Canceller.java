package dev.foley.generation;

import dev.foley.provider.AudioProvider;
import dev.foley.provider.FailureReason;
import dev.foley.provider.ModelCatalogue;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Stops takes on behalf of a member, while the timer goes on advancing them: each change is a compare-and-set, and whoever is
 * slower reads again. Thread-safe.
 */
final class Canceller {
  /** A generation changes state a handful of times in its life; more losses in a row than this mean trouble elsewhere. */
  private static final int ATTEMPTS = 5;

  private final GenerationStore store;
  private final Transitions transitions;
  private final Bookkeeper books;
  private final ModelCatalogue catalogue;
  private final InstantSource clock;

  Canceller(GenerationStore store, Transitions transitions, ModelCatalogue catalogue, InstantSource clock) {
    this.store = store;
    this.transitions = transitions;
    this.books = new Bookkeeper(catalogue, clock);
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /** Whether {@link #cancel} would do something now. Pure. */
  boolean canStop(Generation take) {
    return switch (take.state()) {
      case GenerationState.Queued _ -> true;
      case GenerationState.Pending _ ->
        catalogue.provider(take.request().model()).map(AudioProvider::cancels).orElse(false);
      case GenerationState.Submitting _, GenerationState.Cancelling _, GenerationState.Completed _, GenerationState.Ready _, GenerationState.Failing _, GenerationState.Delivered _, GenerationState.Failed _ ->
        false;
    };
  }

  /**
   * Begins to stop those takes that can be stopped.
   *
   * @return those that are being stopped, by this call or an earlier one
   */
  List<Generation> cancel(List<Generation> takes) {
    return takes.stream().map(this::cancel).flatMap(Optional::stream).toList();
  }

  private Optional<Generation> cancel(Generation take) {
    Optional<Generation> current = Optional.of(take);
    for (int attempt = 0; attempt < ATTEMPTS && current.isPresent(); attempt++) {
      Generation known = current.get();
      if (isBeingStopped(known)) {
        return current;
      }
      if (!canStop(known)) {
        return Optional.empty();
      }
      Generation stopping = known.to(stopped(known.state()));
      boolean isOver = stopping.state() instanceof GenerationState.Failing;
      if (transitions.commit(stopping, isOver ? books.failed(known, FailureReason.Charge.NONE) : List.of())) {
        if (isOver) {
          transitions.listener().failed(stopping, FailureReason.CANCELLED, "before it was submitted");
        }
        return Optional.of(stopping);
      }
      current = store.find(take.id());
    }
    return Optional.empty();
  }

  private static boolean isBeingStopped(Generation take) {
    return switch (take.state()) {
      case GenerationState.Cancelling _ -> true;
      case GenerationState.Failing failing -> failing.reason() == FailureReason.CANCELLED
          || failing.reason() == FailureReason.CANCELLED_LATE;
      default -> false;
    };
  }

  private GenerationState stopped(GenerationState state) {
    return state instanceof GenerationState.Pending(var jobId, var acceptedAt)
        ? new GenerationState.Cancelling(jobId, acceptedAt, clock.instant())
        : new GenerationState.Failing(FailureReason.CANCELLED, clock.instant());
  }
}
