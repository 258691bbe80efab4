package dev.foley.discord.reply;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Flaw;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Lineage;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The card of a request that has a sound, and its buttons. Pure. */
final class ResultCard {
  static final int MAX_BUTTON_URL = 512;

  private final Outlook outlook;

  ResultCard(Outlook outlook) {
    this.outlook = outlook;
  }

  Notice.Card card(Letter.Form form) {
    Generation generation = form.generation();
    List<String> lines = new ArrayList<>();
    lines.add(RequestText.quoted(generation));
    lines.add(TakeText.lines(form.parts()));
    form.heard().forEach(heard -> outlook.flaws(heard.generation(), heard.audio()).stream().sorted()
        .forEach(flaw -> lines.add(smallPrint(flaw(heard.generation(), flaw)))));
    note(form.parts()).ifPresent(note -> lines.add(smallPrint(note)));
    generation.lineage().ifPresent(lineage -> lines.add(smallPrint(descent(generation, lineage))));
    return new Notice.Card(RequestText.title(generation), String.join("\n", lines), Notices.CALM, footer(form),
        form.picture());
  }

  /** Who alone sees the message can dismiss it by Discord's own means. */
  List<Notice.Action> actions(Letter.Form form, Place place) {
    Generation generation = form.generation();
    List<Notice.Action> actions = new ArrayList<>();
    actions.add(button(generation, ButtonAction.AGAIN, Text.AGAIN));
    actions.add(button(generation, ButtonAction.EDIT, Text.EDIT));
    if (outlook.canBeLonger(generation.request())) {
      actions.add(button(generation, ButtonAction.LONGER, Text.LONGER));
    }
    actions.add(button(generation, ButtonAction.DETAILS, Text.DETAILS));
    if (!(generation.origin().isPrivate() && place instanceof Place.Reply)) {
      actions.add(button(generation, ButtonAction.DELETE, Text.DELETE));
    }
    form.parts().forEach(part -> part.linked().filter(address -> address.length() <= MAX_BUTTON_URL)
        .ifPresent(address -> actions.add(download(part.generation(), address))));
    return actions;
  }

  private static Notice.Action button(Generation generation, ButtonAction action, Text label) {
    GenerationId request = generation.takes().first();
    return new Notice.Action.Press(action.customId(request), Messages.of(generation.origin().locale(), label));
  }

  private static Notice.Action download(Generation generation, String address) {
    Locale locale = generation.origin().locale();
    String label = generation.takes().count() == 1
        ? Messages.of(locale, Text.RESULT_LINK)
        : Messages.of(locale, Text.RESULT_LINK_OF, generation.takes().number());
    return new Notice.Action.Link(URI.create(address), label);
  }

  private static String flaw(Generation generation, Flaw flaw) {
    Locale locale = generation.origin().locale();
    String sentence = Messages.of(locale, switch (flaw) {
      case CLIPPED -> Text.FLAW_CLIPPED;
      case LENGTH_OFF -> Text.FLAW_LENGTH_OFF;
    });
    return generation.takes().count() == 1
        ? sentence
        : Messages.of(locale, Text.FLAW_OF_TAKE, generation.takes().number(), sentence);
  }

  /** Why it is not the file that the service made; of several takes, what is true of the one that is worst off. */
  private static Optional<String> note(List<Part> parts) {
    Locale locale = parts.getFirst().generation().origin().locale();
    Optional<Part.Link> link = first(parts, Part.Link.class);
    if (link.isPresent()) {
      return Optional.of(parts.size() == 1
          ? Messages.of(locale, Text.RESULT_TOO_LARGE, AudioFacts.size(locale, link.get().audio().sizeBytes()))
          : Messages.of(locale, Text.RESULT_SOME_TOO_LARGE));
    }
    return first(parts, Part.Preview.class)
        .map(preview -> Messages.of(locale,
            preview.address().isPresent() ? Text.RESULT_PREVIEW_LINKED : Text.RESULT_PREVIEW))
        .or(() -> first(parts, Part.Lossless.class).map(_ -> Messages.of(locale, Text.RESULT_LOSSLESS)));
  }

  private static <P extends Part> Optional<P> first(List<Part> parts, Class<P> form) {
    return parts.stream().filter(form::isInstance).map(form::cast).findFirst();
  }

  private static String descent(Generation generation, Lineage lineage) {
    return Messages.of(generation.origin().locale(), switch (lineage.kind()) {
      case AGAIN -> Text.LINEAGE_AGAIN;
      case EDIT -> Text.LINEAGE_EDIT;
      case LONGER -> Text.LINEAGE_LONGER;
      case REMIX -> Text.LINEAGE_REMIX;
    }, lineage.parent().value());
  }

  private String footer(Letter.Form form) {
    Generation generation = form.generation();
    Locale locale = generation.origin().locale();
    Optional<String> took = form.parts().stream().flatMap(part -> readyAt(part.generation()).stream())
        .max(Comparator.naturalOrder()).map(ready -> Duration.between(generation.createdAt(), ready))
        .filter(duration -> duration.toSeconds() > 0)
        .map(duration -> Messages.of(locale, Text.RESULT_TOOK, AudioFacts.elapsed(locale, duration)));
    Optional<String> cost = RequestText.cost(form.heard().stream().map(Part.Heard::generation).toList(), outlook);
    return RequestText.footer(generation, List.of(cost, took));
  }

  private static Optional<Instant> readyAt(Generation generation) {
    return generation.state() instanceof GenerationState.Ready ready ? Optional.of(ready.since()) : Optional.empty();
  }

  private static String smallPrint(String line) {
    return "-# " + line;
  }
}
