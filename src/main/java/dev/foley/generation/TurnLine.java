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
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The requests that wait for one limit, and who was let in of late; see {@link FairTurns}. Thread-safe, calls nobody.
 *
 * <p>A line may be ten thousand long and is asked about by each that comes by, so whose turn it is has to be found without looking at all:
 * the requests stand by age, and how much each member has had is counted as it happens. The first one by age of a member who has had the
 * least is found after a few steps, unless most of the line are requests of members who have had more.
 */
final class TurnLine {
  /** How long one that was called keeps its turn without coming. */
  static final Duration TURN = Duration.ofSeconds(2);
  /** How much later than it said a request may come back; after that it is gone. */
  private static final Duration GRACE = Duration.ofSeconds(5);
  /** For how long a submit counts after it has ended: services that take jobs are done with it in a moment. */
  private static final Duration RECENTLY = Duration.ofMinutes(1);
  private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(1);

  /** Where one stands by age. */
  private record Age(Instant createdAt, GenerationId id) implements Comparable<Age> {
    private static final Comparator<Age> ORDER = Comparator.comparing(Age::createdAt).thenComparing(Age::id);

    static Age of(Generation generation) {
      return new Age(generation.createdAt(), generation.id());
    }

    @Override
    public int compareTo(Age other) {
      return ORDER.compare(this, other);
    }
  }

  /**
   * One that waits.
   *
   * @param until when it was to come back
   * @param called when it was called, if that was after it came by last
   */
  private record Waiting(Age age, UserId member, Instant until, Optional<Instant> called) {
    /** Whether it may be counted on. */
    boolean isThere(Instant now) {
      return (called.isEmpty() || isCalled(now)) && !isGone(now);
    }

    /** Whether it was called, and its turn has not passed. */
    boolean isCalled(Instant now) {
      return called.filter(at -> now.isBefore(at.plus(TURN))).isPresent();
    }

    boolean isGone(Instant now) {
      return !now.isBefore(until.plus(GRACE));
    }

    Waiting calledAt(Instant now) {
      return new Waiting(age, member, until, Optional.of(now));
    }
  }

  private record Served(UserId member, Instant at) {}

  /** These, and all that follows, are guarded by this. */
  private final TreeMap<Age, Waiting> waiting = new TreeMap<>();
  private final Map<GenerationId, UserId> underWay = new HashMap<>();
  /** The oldest first. */
  private final Deque<Served> served = new ArrayDeque<>();
  /** How many requests each member has in the line; who has none is not in it. */
  private final Map<UserId, Integer> inLine = new HashMap<>();
  /** How many submits each member has under way or served; who has none is not in it. */
  private final Map<UserId, Integer> had = new HashMap<>();
  private Instant noRoomUntil = Instant.MIN;
  private Instant nextSweep = Instant.MIN;

  /** Whether a request that comes by, for the first time or again, was called, or goes before all others that wait. */
  synchronized boolean isTurn(Generation generation, Instant now) {
    forget(now);
    Waiting known = waiting.get(Age.of(generation));
    if (known != null && known.isCalled(now)) {
      return true;
    }
    Waiting self = new Waiting(Age.of(generation), generation.origin().member(), now, Optional.empty());
    return inOrder(now).findFirst().filter(first -> order().compare(first, self) < 0).isEmpty();
  }

  synchronized void waits(Generation generation, Instant until) {
    leaves(generation);
    UserId member = generation.origin().member();
    Age age = Age.of(generation);
    waiting.put(age, new Waiting(age, member, until, Optional.empty()));
    inLine.merge(member, 1, Integer::sum);
  }

  synchronized void leaves(Generation generation) {
    Waiting gone = waiting.remove(Age.of(generation));
    if (gone != null) {
      oneLess(inLine, gone.member());
    }
  }

  synchronized void begins(Generation generation) {
    leaves(generation);
    UserId member = generation.origin().member();
    if (underWay.put(generation.id(), member) == null) {
      had.merge(member, 1, Integer::sum);
    }
  }

  /** It counts for a while yet. */
  synchronized void ends(Generation generation, Instant now) {
    UserId member = underWay.remove(generation.id());
    if (member != null) {
      served.add(new Served(member, now));
    }
  }

  synchronized void noRoomUntil(Instant until) {
    noRoomUntil = until;
  }

  /** Whether it is worth asking, as far as is known here. */
  synchronized boolean mayHaveRoom(Instant now) {
    return !now.isBefore(noRoomUntil);
  }

  synchronized int length() {
    return waiting.size();
  }

  /** The one whose turn it is, unless it has been called already; from now on it has. */
  synchronized List<GenerationId> callNext(Instant now) {
    forget(now);
    return called(inOrder(now).limit(1).filter(one -> one.called().isEmpty()).toList(), now);
  }

  /** The next ones that have not been called; from now on they have. */
  synchronized List<GenerationId> callMore(int count, Instant now) {
    forget(now);
    return called(inOrder(now).filter(one -> one.called().isEmpty()).limit(count).toList(), now);
  }

  private List<GenerationId> called(List<Waiting> next, Instant now) {
    next.forEach(one -> waiting.put(one.age(), one.calledAt(now)));
    return next.stream().map(one -> one.age().id()).toList();
  }

  /** Found step by step: the rest is put in order only if those of members who have had the least do not suffice. */
  private Stream<Waiting> inOrder(Instant now) {
    int least = leastHad();
    Stream<Waiting> first = waiting.values().stream().filter(one -> hadBy(one.member()) == least);
    Stream<Waiting> rest = waiting.values().stream().filter(one -> hadBy(one.member()) != least).sorted(order());
    return Stream.concat(first, rest).filter(one -> one.isThere(now));
  }

  private Comparator<Waiting> order() {
    return Comparator.comparingInt((Waiting one) -> hadBy(one.member())).thenComparing(Waiting::age);
  }

  /** By anybody in the line. */
  private int leastHad() {
    int least = Integer.MAX_VALUE;
    for (UserId member : inLine.keySet()) {
      least = Math.min(least, hadBy(member));
      if (least == 0) {
        break;
      }
    }
    return least;
  }

  private int hadBy(UserId member) {
    return had.getOrDefault(member, 0);
  }

  private void forget(Instant now) {
    while (!served.isEmpty() && !now.isBefore(served.getFirst().at().plus(RECENTLY))) {
      oneLess(had, served.removeFirst().member());
    }
    if (now.isBefore(nextSweep)) {
      return;
    }
    nextSweep = now.plus(SWEEP_INTERVAL);
    waiting.values().removeIf(one -> {
      if (one.isGone(now)) {
        oneLess(inLine, one.member());
      }
      return one.isGone(now);
    });
  }

  private static void oneLess(Map<UserId, Integer> counts, UserId member) {
    counts.computeIfPresent(member, (_, count) -> count > 1 ? count - 1 : null);
  }
}
