package dev.foley.generation;

import dev.foley.provider.Departure;
import java.time.InstantSource;

/**
 * Commits {@code Submitting} when a submit leaves; the first of its requests, if there are several. Everybody but the row hears of it
 * once it has left. For one submit, and its thread.
 */
final class Leaving implements Departure {
  private final Transitions transitions;
  private final Bookkeeper books;
  private final InstantSource clock;
  private Generation generation;
  private boolean left;
  private boolean overtaken;
  private boolean announced;

  /** @param queued nothing of it has been sent */
  Leaving(Generation queued, Transitions transitions, Bookkeeper books, InstantSource clock) {
    this.generation = queued;
    this.transitions = transitions;
    this.books = books;
    this.clock = clock;
  }

  /** @throws StoreException if the database does not answer; nothing is sent then */
  @Override
  public boolean mayLeave() {
    if (!left && !overtaken) {
      Generation submitting = generation.attempting(new GenerationState.Submitting(clock.instant()));
      if (transitions.commitQuietly(submitting, books.reserved(submitting))) {
        generation = submitting;
        transitions.leaves(submitting);
        left = true;
      } else {
        overtaken = true;
      }
    }
    return left;
  }

  @Override
  public void left() {
    if (left && !announced) {
      announced = true;
      transitions.announce(generation);
    }
  }

  /** As it was committed last. */
  Generation generation() {
    return generation;
  }

  /** Whether somebody else changed it first, such as a member who cancelled. */
  boolean wasOvertaken() {
    return overtaken;
  }
}
