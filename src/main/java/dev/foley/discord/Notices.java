package dev.foley.discord;

import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioArtifact;
import dev.foley.provider.FailureReason;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes the messages that end a generation: its sound, or why there is none. Pure. */
final class Notices {
  /** Dusty teal: a sound. */
  static final int CALM = 0x5B8C85;
  /** Clay: no sound. */
  static final int SUBDUED = 0xB0785A;

  private static final int SHOWN_PROMPT = 300;
  private static final int MAX_BUTTON_URL = 512;
  private static final int MAX_LINK = 3_000; // a description has 4,096 characters, and the prompt stands there too

  private Notices() {}

  /** The sound as a file, so that Discord shows its player. */
  static Notice withFile(Generation generation, AudioArtifact audio, Place place) {
    String name = SafeText.fileName(generation.request().prompt(), generation.id().value(),
        audio.content().container().extension());
    return result(generation, audio, place, "", Optional.of(new Notice.Attachment(audio.file(), name)), List.of());
  }

  /**
   * A link to the file, where it is too large: a button, or in the text if it is longer than a button's may be.
   *
   * @return empty if Discord would not take the address
   */
  static Optional<Notice> withLink(Generation generation, AudioArtifact audio, Place place) {
    if (audio.source().isEmpty()) {
      return Optional.empty();
    }
    URI source = audio.source().get();
    String address = source.toASCIIString().replace("(", "%28").replace(")", "%29");
    boolean web = "https".equalsIgnoreCase(source.getScheme()) || "http".equalsIgnoreCase(source.getScheme());
    if (!web || source.getHost() == null || address.length() > MAX_LINK) {
      return Optional.empty();
    }
    Locale locale = generation.origin().locale();
    String why = "\n\n" + Messages.of(locale, Text.RESULT_TOO_LARGE, AudioFacts.size(locale, audio.sizeBytes()));
    String label = Messages.of(locale, Text.RESULT_LINK);
    return Optional.of(address.length() <= MAX_BUTTON_URL
        ? result(generation, audio, place, why, Optional.empty(), List.of(new Notice.Action.Link(source, label)))
        : result(generation, audio, place, why + "\n[" + label + "](" + address + ")", Optional.empty(), List.of()));
  }

  static Notice failure(Generation generation, FailureReason reason, Place place) {
    Locale locale = generation.origin().locale();
    String description = Messages.of(locale, reason) + " " + Messages.of(locale, reason.charge()) + "\n\n"
        + quoted(generation);
    var card = new Notice.Card(Messages.of(locale, Text.FAILURE_TITLE), description, SUBDUED,
        generation.id().value());
    var again = new Notice.Action.Press(AgainButton.customId(generation.id()), Messages.of(locale, Text.TRY_AGAIN));
    return new Notice(content(generation, place, Text.FAILURE_LATE, Text.FAILURE_DIRECT), mentioned(generation, place),
        card, Optional.empty(), List.of(again));
  }

  private static Notice result(Generation generation, AudioArtifact audio, Place place, String more,
      Optional<Notice.Attachment> attachment, List<Notice.Action> actions) {
    Locale locale = generation.origin().locale();
    String description = quoted(generation) + "\n" + AudioFacts.line(locale, audio) + more;
    List<String> footer = new ArrayList<>();
    footer.add(generation.request().model().value());
    if (generation.state() instanceof GenerationState.Ready ready) {
      Duration took = Duration.between(generation.createdAt(), ready.since());
      footer.add(Messages.of(locale, Text.RESULT_TOOK, AudioFacts.elapsed(locale, took)));
    }
    footer.add(generation.id().value());
    var card = new Notice.Card(Messages.of(locale, Text.RESULT_TITLE), description, CALM, String.join(" · ", footer));
    return new Notice(content(generation, place, Text.RESULT_LATE, Text.RESULT_DIRECT), mentioned(generation, place),
        card, attachment, actions);
  }

  private static String quoted(Generation generation) {
    return "“" + SafeText.shown(generation.request().prompt(), SHOWN_PROMPT) + "”";
  }

  private static String content(Generation generation, Place place, Text late, Text direct) {
    Locale locale = generation.origin().locale();
    return switch (place) {
      case Place.Reply _ -> "";
      case Place.InChannel _ -> Messages.of(locale, late, "<@" + generation.origin().member() + ">");
      case Place.Direct _ when generation.origin().guild().isEmpty() -> "";
      case Place.Direct _ -> Messages.of(locale, direct);
    };
  }

  private static Optional<UserId> mentioned(Generation generation, Place place) {
    return place instanceof Place.InChannel ? Optional.of(generation.origin().member()) : Optional.empty();
  }
}
