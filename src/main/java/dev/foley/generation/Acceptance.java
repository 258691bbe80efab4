package dev.foley.generation;

import java.util.List;

/** What became of an order. */
public sealed interface Acceptance {
  /**
   * It is recorded; only now may the member be told "queued".
   *
   * @param generations one for each take
   */
  record Accepted(List<Generation> generations) implements Acceptance {
    public Accepted {
      generations = List.copyOf(generations);
    }
  }

  /** A limit stands against it; nothing was recorded. */
  record Refused(LimitReached limit) implements Acceptance {}
}
