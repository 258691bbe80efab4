package dev.foley.discord.reply;

import dev.foley.generation.UserId;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One message of ours, as plain data.
 *
 * @param content text above the card; may be empty
 * @param mentions the only member who may be pinged by it
 * @param actions links stand in a row of their own, below the others
 */
record Notice(String content, Optional<UserId> mentions, Card card, List<Attachment> attachments,
    List<Action> actions) {
  Notice {
    attachments = List.copyOf(attachments);
    actions = List.copyOf(actions);
  }

  /** The same with a text above the card. */
  Notice below(String text) {
    return new Notice(text, mentions, card, attachments, actions);
  }

  /**
   * The embed. Everything in it is safe to show.
   *
   * @param colour RGB
   * @param footer ends with the request's id; by it the message is found again
   */
  record Card(String title, String description, int colour, String footer, Optional<Picture> picture) {
    Card(String title, String description, int colour, String footer) {
      this(title, description, colour, footer, Optional.empty());
    }
  }

  /** A file, read anew for each attempt to send it. */
  record Attachment(Path file, String name) {}

  /** A small picture, held in memory. Immutable. */
  static final class Picture {
    private final String name;
    private final byte[] png;

    Picture(String name, byte[] png) {
      this.name = name;
      this.png = png.clone();
    }

    String name() {
      return name;
    }

    InputStream open() {
      return new ByteArrayInputStream(png);
    }
  }

  /** A button. */
  sealed interface Action {
    /** @param enabled a button that cannot help at the moment stays where it is, greyed out */
    record Press(String customId, String label, boolean enabled) implements Action {
      Press(String customId, String label) {
        this(customId, label, true);
      }
    }

    record Link(URI target, String label) implements Action {}
  }
}
