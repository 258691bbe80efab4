package dev.foley.generation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The requests that wait for one limit, and who was let in of late; see {@link FairTurns}. Thread-safe, calls nobody. */
final class TurnLine {
  /** How long one that was called keeps its turn without coming. */
  static final Duration TURN = Duration.ofSeconds(2);
  /** How much later than it said a request may come back; after that it is gone. */
  private static final Duration GRACE = Duration.ofSeconds(5);
  /** For how long a submit counts after it has ended: services that take jobs are done with it in a moment. */
  private static final Duration RECENTLY = Duration.ofMinutes(1);

  /**
   * One that waits.
   *
   * @param until when it was to come back
   * @param called when it was called, if that was after it came by last
   */
  private record Waiting(Generation generation, Instant until, Optional<Instant> called) {
    /** Whether it may be counted on. */
    boolean isThere(Instant now) {
      return (called.isEmpty() || isCalled(now)) && now.isBefore(until.plus(GRACE));
    }

    /** Whether it was called, and its turn has not passed. */
    boolean isCalled(Instant now) {
      return called.filter(at -> now.isBefore(at.plus(TURN))).isPresent();
    }
  }

  private record Served(UserId member, Instant at) {}

  /** These, and all that follows, are guarded by this. */
  private final Map<GenerationId, Waiting> waiting = new HashMap<>();
  private final Map<GenerationId, UserId> underWay = new HashMap<>();
  /** The oldest first. */
  private final Deque<Served> served = new ArrayDeque<>();
  private Instant noRoomUntil = Instant.MIN;

  /** Whether a request that comes by, for the first time or again, was called, or goes before all others that wait. */
  synchronized boolean isTurn(Generation generation, Instant now) {
    forget(now);
    Waiting known = waiting.get(generation.id());
    if (known != null && known.isCalled(now)) {
      return true;
    }
    Comparator<Generation> order = order();
    return waiting.values().stream()
        .noneMatch(one -> one.isThere(now) && order.compare(one.generation(), generation) < 0);
  }

  synchronized void waits(Generation generation, Instant until) {
    waiting.put(generation.id(), new Waiting(generation, until, Optional.empty()));
  }

  synchronized void leaves(Generation generation) {
    waiting.remove(generation.id());
  }

  synchronized void begins(Generation generation) {
    waiting.remove(generation.id());
    underWay.put(generation.id(), generation.origin().member());
  }

  synchronized void ends(Generation generation, Instant now) {
    if (underWay.remove(generation.id()) != null) {
      served.add(new Served(generation.origin().member(), now));
    }
  }

  synchronized void noRoomUntil(Instant until) {
    noRoomUntil = until;
  }

  /** Whether it is worth asking, as far as is known here. */
  synchronized boolean mayHaveRoom(Instant now) {
    return !now.isBefore(noRoomUntil);
  }

  /** The one whose turn it is, unless it has been called already; from now on it has. */
  synchronized List<GenerationId> callNext(Instant now) {
    return called(inOrder(now).limit(1).filter(one -> one.called().isEmpty()).toList(), now);
  }

  /** The next ones that have not been called; from now on they have. */
  synchronized List<GenerationId> callMore(int count, Instant now) {
    return called(inOrder(now).filter(one -> one.called().isEmpty()).limit(count).toList(), now);
  }

  private List<GenerationId> called(List<Waiting> next, Instant now) {
    next.forEach(one -> waiting.put(one.generation().id(),
        new Waiting(one.generation(), one.until(), Optional.of(now))));
    return next.stream().map(one -> one.generation().id()).toList();
  }

  private Stream<Waiting> inOrder(Instant now) {
    forget(now);
    return waiting.values().stream().filter(one -> one.isThere(now))
        .sorted(Comparator.comparing(Waiting::generation, order()));
  }

  private Comparator<Generation> order() {
    Map<UserId, Integer> had = new HashMap<>();
    underWay.values().forEach(member -> had.merge(member, 1, Integer::sum));
    served.forEach(one -> had.merge(one.member(), 1, Integer::sum));
    return Comparator.comparingInt((Generation one) -> had.getOrDefault(one.origin().member(), 0))
        .thenComparing(Generation::createdAt).thenComparing(Generation::id);
  }

  private void forget(Instant now) {
    waiting.values().removeIf(one -> !now.isBefore(one.until().plus(GRACE)));
    while (!served.isEmpty() && !now.isBefore(served.getFirst().at().plus(RECENTLY))) {
      served.removeFirst();
    }
  }
}
