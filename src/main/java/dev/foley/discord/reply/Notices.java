package dev.foley.discord.reply;

import dev.foley.discord.interaction.ButtonAction;
import dev.foley.discord.interaction.CommandForm;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.UserId;
import dev.foley.provider.FailureReason;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the message that ends a request: its sounds, or why there are none. Pure. */
public final class Notices {
  /** Dusty teal: a sound, or one on its way. */
  public static final int CALM = 0x5B8C85;
  /** Clay: no sound. */
  public static final int SUBDUED = 0xB0785A;
  /** Ash: nothing went wrong, and nothing came of it. */
  public static final int QUIET = 0x8A8F98;

  private static final Set<FailureReason> CANCELLED = EnumSet.of(FailureReason.CANCELLED, FailureReason.CANCELLED_LATE);

  private final ResultCard results;

  Notices(Outlook outlook) {
    this.results = new ResultCard(outlook);
  }

  Notice of(Letter.Form form, Place place) {
    if (form.hasSound()) {
      return new Notice(content(form.generation(), place, Text.RESULT_LATE, Text.RESULT_DIRECT),
          mentioned(form.generation(), place), results.card(form), Attachments.of(form.parts()),
          results.actions(form, place));
    }
    Set<FailureReason> reasons = form.parts().stream().filter(Part.Missing.class::isInstance)
        .map(Part.Missing.class::cast).map(Part.Missing::reason).collect(Collectors.toSet());
    return form.heard().isEmpty() && CANCELLED.containsAll(reasons)
        ? cancelled(form.generation(), reasons, place)
        : failure(form, form.heard().isEmpty() && reasons.size() == 1, place);
  }

  /** @param inOneWord whether the same is true of all takes */
  private static Notice failure(Letter.Form form, boolean inOneWord, Place place) {
    Locale locale = form.generation().origin().locale();
    String why = inOneWord ? TakeText.line(form.parts().getFirst()) : TakeText.lines(form.parts());
    GenerationId request = form.generation().takes().first();
    // Where a sound was made, trying again would pay for it a second time.
    Notice.Action.Press button = form.heard().isEmpty()
        ? tryAgain(request, locale)
        : new Notice.Action.Press(ButtonAction.DETAILS.customId(request), Messages.of(locale, Text.DETAILS));
    return ending(form.generation(), Messages.of(locale, Text.FAILURE_TITLE), why, SUBDUED, button, place);
  }

  private static Notice cancelled(Generation generation, Set<FailureReason> reasons, Place place) {
    Locale locale = generation.origin().locale();
    FailureReason reason = reasons.contains(FailureReason.CANCELLED_LATE)
        ? FailureReason.CANCELLED_LATE
        : FailureReason.CANCELLED;
    return ending(generation, Messages.of(locale, Text.CANCELLED_TITLE), Messages.of(locale, reason.charge()), QUIET,
        tryAgain(generation.takes().first(), locale), place);
  }

  private static Notice ending(Generation generation, String title, String why, int colour,
      Notice.Action.Press button, Place place) {
    var card = new Notice.Card(title, RequestText.quoted(generation) + "\n" + why, colour,
        RequestText.footer(generation, List.of()));
    return new Notice(content(generation, place, Text.FAILURE_LATE, Text.FAILURE_DIRECT), mentioned(generation, place),
        card, List.of(), List.of(button));
  }

  private static Notice.Action.Press tryAgain(GenerationId request, Locale locale) {
    return new Notice.Action.Press(ButtonAction.RETRY.customId(request), Messages.of(locale, Text.TRY_AGAIN));
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
