package dev.foley.discord.reply;

import dev.foley.generation.UserId;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One message of ours, as plain data.
 *
 * @param content text above the card; may be empty
 * @param mentions the only member who may be pinged by it
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
   * @param footer names the request; by it the message is found again
   */
  record Card(String title, String description, int colour, String footer) {}

  /** A file, read anew for each attempt to send it. */
  record Attachment(Path file, String name) {}

  /** A button. */
  sealed interface Action {
    record Press(String customId, String label) implements Action {}

    record Link(URI target, String label) implements Action {}
  }
}
