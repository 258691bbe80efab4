package dev.foley.discord.reply;

import dev.foley.generation.Generation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How far the takes of one request are, by the newest that was heard of each. One thread at a time. */
final class TakesHeard {
  private final Map<Integer, Heard> byNumber = new TreeMap<>();

  /** What a take is doing. Those that are still under way come first, what to tell of several before what to leave out. */
  enum Stage {
    CANCELLING, GENERATING, WAITING, RETRYING, QUEUED,
    /** The service is done with it. */
    READY,
    /** There will be no sound. */
    MISSING,
    /** The member has been told. */
    TOLD;

    boolean isUnderWay() {
      return compareTo(READY) < 0;
    }
  }

  /** @param place in the service's queue */
  private record Heard(Generation generation, Stage stage, OptionalInt place) {}

  /** @return false for what was true before something that has been heard already */
  boolean hear(Generation generation, Stage stage, OptionalInt place) {
    Heard before = byNumber.get(generation.takes().number());
    if (before != null && before.generation().version() > generation.version()) {
      return false;
    }
    byNumber.put(generation.takes().number(), new Heard(generation, stage, place));
    return true;
  }

  /** Of those of which nothing more will be told. */
  void forget() {
    byNumber.clear();
  }

  /** Any of them: they share request and origin. */
  Generation any() {
    return byNumber.values().iterator().next().generation();
  }

  /** Those for which something is still to come. */
  List<Generation> underWay() {
    return heardUnderWay().stream().map(Heard::generation).toList();
  }

  /** Whether the member has been told of every take. */
  boolean allTold() {
    return areAllHeard() && byNumber.values().stream().allMatch(heard -> heard.stage() == Stage.TOLD);
  }

  boolean isCancelling() {
    return heardUnderWay().stream().anyMatch(heard -> heard.stage() == Stage.CANCELLING);
  }

  /** What to tell of all of them. Something has to be under way. */
  Stage stage() {
    return heardUnderWay().stream().map(Heard::stage).min(Stage::compareTo).orElse(Stage.GENERATING);
  }

  /** The best place in the service's queue, of those whose turn has not come. */
  OptionalInt place() {
    return heardUnderWay().stream().flatMapToInt(heard -> heard.place().stream()).min();
  }

  /** How many are ready; empty for a single one, and while not all have been heard of, as some may not be after a restart. */
  OptionalInt ready() {
    return any().takes().count() == 1 || !areAllHeard()
        ? OptionalInt.empty()
        : OptionalInt.of((int) byNumber.values().stream().filter(heard -> heard.stage() == Stage.READY).count());
  }

  private List<Heard> heardUnderWay() {
    Collection<Heard> all = byNumber.values();
    return all.stream().filter(heard -> heard.stage().isUnderWay()).toList();
  }

  private boolean areAllHeard() {
    return !byNumber.isEmpty() && byNumber.size() == any().takes().count();
  }
}
