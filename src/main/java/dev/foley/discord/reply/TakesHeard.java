package dev.foley.discord.reply;

import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

  /** One line, such as {@code Generating · 2 of 4 ready · 12 s}. Something has to be under way. */
  String line(Locale locale, Instant now) {
    List<Heard> underWay = heardUnderWay();
    Stage stage = underWay.stream().map(Heard::stage).min(Stage::compareTo).orElse(Stage.GENERATING);
    return switch (stage) {
      case QUEUED -> Messages.of(locale, Text.QUEUED);
      case CANCELLING -> Messages.of(locale, Text.CANCELLING);
      case WAITING -> line(locale, Text.WAITING, underWay, now);
      case RETRYING -> line(locale, Text.RETRYING, underWay, now);
      case GENERATING, READY, MISSING, TOLD -> line(locale, Text.GENERATING, List.of(), now);
    };
  }

  /** @param waiting those whose place matters */
  private String line(Locale locale, Text word, List<Heard> waiting, Instant now) {
    List<String> parts = new ArrayList<>();
    parts.add(Messages.of(locale, word));
    waiting.stream().flatMapToInt(heard -> heard.place().stream()).min()
        .ifPresent(place -> parts.add(Messages.of(locale, Text.PLACE, place)));
    // After a restart some takes may have been ready before anything was heard of them.
    if (any().takes().count() > 1 && areAllHeard()) {
      long ready = byNumber.values().stream().filter(heard -> heard.stage() == Stage.READY).count();
      parts.add(Messages.of(locale, Text.READY, ready, any().takes().count()));
    }
    parts.add(AudioFacts.elapsed(locale, Duration.between(any().createdAt(), now)));
    return String.join(" · ", parts);
  }

  private List<Heard> heardUnderWay() {
    Collection<Heard> all = byNumber.values();
    return all.stream().filter(heard -> heard.stage().isUnderWay()).toList();
  }

  private boolean areAllHeard() {
    return !byNumber.isEmpty() && byNumber.size() == any().takes().count();
  }
}
