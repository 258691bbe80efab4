package dev.foley.discord.reply;

import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.request.AgainButton;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.CostText;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.Cost;
import dev.foley.provider.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the message that ends a request: its sounds, or why there are none. Pure. */
public final class Notices {
  /** Dusty teal: a sound. */
  public static final int CALM = 0x5B8C85;
  /** Clay: no sound. */
  public static final int SUBDUED = 0xB0785A;
  /** Ash: nothing went wrong, and nothing came of it. */
  public static final int QUIET = 0x8A8F98;

  private static final Set<FailureReason> CANCELLED = EnumSet.of(FailureReason.CANCELLED, FailureReason.CANCELLED_LATE);
  private static final int SHOWN_PROMPT = 300;
  private static final int MAX_BUTTON_URL = 512;

  private Notices() {}

  /** @param parts all takes of a request, in their order */
  public static Notice of(List<Part> parts, Place place) {
    if (parts.stream().anyMatch(Part::isSound)) {
      return result(parts, place);
    }
    Set<FailureReason> reasons = parts.stream().filter(Part.Missing.class::isInstance).map(Part.Missing.class::cast)
        .map(Part.Missing::reason).collect(Collectors.toSet());
    boolean allMissing = parts.stream().allMatch(Part.Missing.class::isInstance);
    return allMissing && CANCELLED.containsAll(reasons)
        ? cancelled(parts, reasons, place)
        : failure(parts, allMissing && reasons.size() == 1, allMissing, place);
  }

  private static Notice result(List<Part> parts, Place place) {
    Generation generation = parts.getFirst().generation();
    Locale locale = generation.origin().locale();
    StringBuilder description = new StringBuilder(quoted(generation)).append('\n').append(lines(parts));
    if (parts.stream().anyMatch(Part.Link.class::isInstance)) {
      description.append("\n\n").append(parts.size() == 1
          ? Messages.of(locale, Text.RESULT_TOO_LARGE, size(parts.getFirst()))
          : Messages.of(locale, Text.RESULT_SOME_TOO_LARGE));
    }
    String title = Messages.title(locale, generation.request().kind());
    var card = new Notice.Card(
        parts.size() == 1 ? title : Messages.of(locale, Text.RESULT_TAKES, title, parts.size()),
        description.toString(), CALM, footer(parts));
    return new Notice(content(generation, place, Text.RESULT_LATE, Text.RESULT_DIRECT), mentioned(generation, place),
        card, parts.stream().flatMap(part -> attachment(part).stream()).toList(),
        parts.stream().flatMap(part -> button(part).stream()).toList());
  }

  /** @param inOneWord whether the same is true of all takes */
  private static Notice failure(List<Part> parts, boolean inOneWord, boolean canBeTriedAgain, Place place) {
    Locale locale = parts.getFirst().generation().origin().locale();
    return ending(parts, Messages.of(locale, Text.FAILURE_TITLE),
        inOneWord ? words(parts.getFirst()) : lines(parts), SUBDUED, canBeTriedAgain, place);
  }

  private static Notice cancelled(List<Part> parts, Set<FailureReason> reasons, Place place) {
    Locale locale = parts.getFirst().generation().origin().locale();
    FailureReason reason = reasons.contains(FailureReason.CANCELLED_LATE)
        ? FailureReason.CANCELLED_LATE
        : FailureReason.CANCELLED;
    return ending(parts, Messages.of(locale, Text.CANCELLED_TITLE), Messages.of(locale, reason.charge()), QUIET, true,
        place);
  }

  private static Notice ending(List<Part> parts, String title, String why, int colour, boolean canBeTriedAgain,
      Place place) {
    Generation generation = parts.getFirst().generation();
    var card = new Notice.Card(title, why + "\n\n" + quoted(generation), colour, generation.takes().first().value());
    List<Notice.Action> actions = canBeTriedAgain
        ? List.of(new Notice.Action.Press(AgainButton.customId(generation.takes().first()),
            Messages.of(generation.origin().locale(), Text.TRY_AGAIN)))
        : List.of();
    return new Notice(content(generation, place, Text.FAILURE_LATE, Text.FAILURE_DIRECT), mentioned(generation, place),
        card, List.of(), actions);
  }

  /** A line for each take, with its number if there are several. */
  private static String lines(List<Part> parts) {
    return parts.size() == 1
        ? words(parts.getFirst())
        : parts.stream().map(part -> "**" + part.generation().takes().number() + "** · " + words(part))
            .collect(Collectors.joining("\n"));
  }

  private static String words(Part part) {
    Locale locale = part.generation().origin().locale();
    return switch (part) {
      case Part.File(_, AudioArtifact audio) -> AudioFacts.line(locale, audio);
      case Part.Link(_, AudioArtifact audio, String address) when address.length() > MAX_BUTTON_URL ->
        AudioFacts.line(locale, audio) + " · [" + Messages.of(locale, Text.RESULT_LINK) + "](" + address + ")";
      case Part.Link(_, AudioArtifact audio, _) -> AudioFacts.line(locale, audio);
      case Part.TooLarge(_, AudioArtifact audio) ->
        Messages.of(locale, Text.RESULT_UNPOSTABLE, AudioFacts.size(locale, audio.sizeBytes())) + " "
            + Messages.of(locale, FailureReason.Charge.MADE);
      case Part.Missing(_, FailureReason reason) ->
        Messages.of(locale, reason) + " " + Messages.of(locale, reason.charge());
    };
  }

  private static String size(Part part) {
    return part instanceof Part.Link(Generation generation, AudioArtifact audio, _)
        ? AudioFacts.size(generation.origin().locale(), audio.sizeBytes())
        : "";
  }

  private static Optional<Notice.Attachment> attachment(Part part) {
    if (!(part instanceof Part.File(Generation generation, AudioArtifact audio))) {
      return Optional.empty();
    }
    String first = generation.takes().first().value();
    String id = generation.takes().count() == 1 ? first : first + "-" + generation.takes().number();
    return Optional.of(new Notice.Attachment(audio.file(),
        SafeText.fileName(generation.request().prompt(), id, audio.content().container().extension())));
  }

  /** An address that is longer than a button's may be stands in the text. */
  private static Optional<Notice.Action> button(Part part) {
    if (!(part instanceof Part.Link(Generation generation, _, String address))
        || address.length() > MAX_BUTTON_URL) {
      return Optional.empty();
    }
    Locale locale = generation.origin().locale();
    String label = generation.takes().count() == 1
        ? Messages.of(locale, Text.RESULT_LINK)
        : Messages.of(locale, Text.RESULT_LINK_OF, generation.takes().number());
    return Optional.of(new Notice.Action.Link(URI.create(address), label));
  }

  private static String footer(List<Part> parts) {
    Generation generation = parts.getFirst().generation();
    Locale locale = generation.origin().locale();
    List<String> footer = new ArrayList<>();
    footer.add(generation.request().model().value());
    parts.stream().flatMap(part -> readyAt(part.generation()).stream()).max(Comparator.naturalOrder())
        .map(ready -> Duration.between(generation.createdAt(), ready)).filter(took -> took.toSeconds() > 0)
        .ifPresent(took -> footer.add(Messages.of(locale, Text.RESULT_TOOK, AudioFacts.elapsed(locale, took))));
    List<Cost> reported = parts.stream().flatMap(part -> part.generation().cost().stream()).toList();
    CostText.sum(reported).ifPresent(cost -> footer.add(CostText.of(locale, cost)));
    footer.add(generation.takes().first().value());
    return String.join(" · ", footer);
  }

  private static Optional<Instant> readyAt(Generation generation) {
    return generation.state() instanceof GenerationState.Ready ready ? Optional.of(ready.since()) : Optional.empty();
  }

  private static String quoted(Generation generation) {
    return "“" + SafeText.shown(generation.request().prompt(), SHOWN_PROMPT) + "”";
  }

  private static String content(Generation generation, Place place, Text late, Text direct) {
    Locale locale = generation.origin().locale();
    String command = "/" + CommandForm.of(generation.request().kind()).command();
    return switch (place) {
      case Place.Reply _ -> "";
      case Place.InChannel _ -> Messages.of(locale, late, "<@" + generation.origin().member() + ">", command);
      case Place.Direct _ when generation.origin().guild().isEmpty() -> "";
      case Place.Direct _ -> Messages.of(locale, direct, command);
    };
  }

  private static Optional<UserId> mentioned(Generation generation, Place place) {
    return place instanceof Place.InChannel ? Optional.of(generation.origin().member()) : Optional.empty();
  }
}
