package dev.foley.discord.reply;

import dev.foley.audio.Transcoder;
import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.Text;
import dev.foley.provider.FailureReason;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is said of each take. Pure. */
final class TakeText {
  private TakeText() {}

  /** A line for each take, with its number if there are several. */
  static String lines(List<Part> parts) {
    return parts.size() == 1
        ? line(parts.getFirst())
        : parts.stream().map(part -> "**" + part.generation().takes().number() + "** · " + line(part))
            .collect(Collectors.joining("\n"));
  }

  static String line(Part part) {
    Locale locale = part.generation().origin().locale();
    return switch (part) {
      case Part.TooLarge(_, var audio) ->
        Messages.of(locale, Text.RESULT_UNPOSTABLE, AudioFacts.size(locale, audio.sizeBytes())) + " "
            + Messages.of(locale, FailureReason.Charge.MADE);
      case Part.Missing(_, FailureReason reason) ->
        Messages.of(locale, reason) + " " + Messages.of(locale, reason.charge());
      case Part.Lossless(_, var audio, var flac) -> AudioFacts.line(locale, audio) + " · " + posted(locale, flac);
      case Part.Preview(_, var audio, var copy, _) -> AudioFacts.line(locale, audio) + " · " + posted(locale, copy)
          + linkInText(part, locale);
      case Part.Link(_, var audio, _) -> AudioFacts.line(locale, audio) + linkInText(part, locale);
      case Part.File(_, var audio) -> AudioFacts.line(locale, audio);
      case Part.Spoken(_, var audio) -> AudioFacts.line(locale, audio);
    };
  }

  private static String posted(Locale locale, Transcoder.Made made) {
    return Messages.of(locale, Text.RESULT_POSTED_AS, made.container().name(),
        AudioFacts.size(locale, made.sizeBytes()));
  }

  /** An address that is longer than a button's may be stands in the text. */
  private static String linkInText(Part part, Locale locale) {
    return part.linked().filter(address -> address.length() > ResultCard.MAX_BUTTON_URL)
        .map(address -> " · [" + Messages.of(locale, Text.RESULT_LINK) + "](" + address + ")").orElse("");
  }
}
