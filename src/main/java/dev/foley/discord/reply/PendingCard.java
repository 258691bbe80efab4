package dev.foley.discord.reply;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a request looks like while it is pending: the card that will hold its result, with how far it is in place of the facts. When it
 * is expected stands there as one of Discord's own timestamps, which counts by itself. Pure.
 */
final class PendingCard {
  private static final int SEGMENTS = 10;
  private static final String DONE = "▰";
  private static final String TO_DO = "▱";

  private final Outlook outlook;

  PendingCard(Outlook outlook) {
    this.outlook = outlook;
  }

  Notice of(TakesHeard takes, Instant now) {
    Generation generation = takes.any();
    Locale locale = generation.origin().locale();
    List<String> lines = new ArrayList<>();
    lines.add(RequestText.quoted(generation));
    lines.add(String.join(" · ", words(takes, now)));
    bar(takes, now).ifPresent(lines::add);
    Optional<String> cost = RequestText.cost(Collections.nCopies(generation.takes().count(), generation), outlook);
    var card = new Notice.Card(RequestText.title(generation), String.join("\n", lines), Notices.CALM,
        RequestText.footer(generation, List.of(cost)));
    boolean canCancel = !takes.isCancelling() && takes.underWay().stream().anyMatch(outlook::cancellable);
    // The button stays where it is even when it cannot help: nothing jumps, and by it the message is known as pending.
    var cancel = new Notice.Action.Press(ButtonAction.CANCEL.customId(generation.takes().first()),
        Messages.of(locale, Text.CANCEL), canCancel);
    return new Notice("", Optional.empty(), card, List.of(), List.of(cancel));
  }

  /** Whether it will look different after a while although nothing is heard. */
  boolean moves(TakesHeard takes, Instant now) {
    return takes.stage() == TakesHeard.Stage.GENERATING && expectedAt(takes).filter(now::isBefore).isPresent();
  }

  private List<String> words(TakesHeard takes, Instant now) {
    Locale locale = takes.any().origin().locale();
    List<String> words = new ArrayList<>();
    switch (takes.stage()) {
      case QUEUED -> words.add(Messages.of(locale, Text.QUEUED));
      case CANCELLING -> words.add(Messages.of(locale, Text.CANCELLING));
      case WAITING -> {
        words.add(Messages.of(locale, Text.WAITING));
        takes.place().ifPresent(place -> words.add(Messages.of(locale, Text.PLACE, place)));
        addReady(words, takes, locale);
      }
      case RETRYING -> {
        words.add(Messages.of(locale, Text.RETRYING));
        addReady(words, takes, locale);
      }
      case GENERATING, READY, MISSING, TOLD -> {
        words.add(Messages.of(locale, Text.GENERATING));
        addReady(words, takes, locale);
        when(takes, now, locale).ifPresent(words::add);
      }
    }
    return words;
  }

  private static void addReady(List<String> words, TakesHeard takes, Locale locale) {
    takes.ready().ifPresent(ready -> words.add(Messages.of(locale, Text.READY, ready, takes.any().takes().count())));
  }

  private Optional<String> when(TakesHeard takes, Instant now, Locale locale) {
    return expectedAt(takes)
        .map(expected -> expected.isAfter(now)
            ? Messages.of(locale, Text.EXPECTED, relative(expected))
            : Messages.of(locale, Text.SOON))
        .or(() -> takes.underWay().stream().flatMap(take -> take.timing().submittedAt().stream())
            .min(Instant::compareTo).map(since -> Messages.of(locale, Text.STARTED, relative(since))));
  }

  /** When the last of those under way will be there; empty where that is not known of any. */
  Optional<Instant> expectedAt(TakesHeard takes) {
    return takes.underWay().stream().flatMap(take -> expectedAt(take).stream()).max(Instant::compareTo);
  }

  private Optional<Instant> expectedAt(Generation take) {
    return take.timing().submittedAt()
        .flatMap(since -> outlook.expected(take).map(since::plus));
  }

  /** Never empty and never full: full is the result. */
  private Optional<String> bar(TakesHeard takes, Instant now) {
    if (takes.stage() != TakesHeard.Stage.GENERATING || expectedAt(takes).isEmpty()) {
      return Optional.empty();
    }
    double done = takes.ready().orElse(0) + takes.underWay().stream().mapToDouble(take -> share(take, now)).sum();
    int filled = Math.clamp((int) (done / takes.any().takes().count() * SEGMENTS), 1, SEGMENTS - 1);
    return Optional.of(DONE.repeat(filled) + TO_DO.repeat(SEGMENTS - filled));
  }

  /** How much of the time is over, 0 to 1. */
  private double share(Generation take, Instant now) {
    return expectedAt(take).map(expected -> {
      Instant since = take.timing().submittedAt().orElse(now);
      double whole = Math.max(1, Duration.between(since, expected).toMillis());
      return Math.clamp(Duration.between(since, now).toMillis() / whole, 0, 1);
    }).orElse(0.0);
  }

  private static String relative(Instant at) {
    return "<t:" + at.getEpochSecond() + ":R>";
  }
}
