package dev.foley.discord.reply;

import dev.foley.discord.interaction.Sent;
import dev.foley.generation.ChannelId;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Discord's messages, as delivery and progress need them. Thread-safe. What goes wrong is a value, never an exception. */
interface DiscordMessages {
  /**
   * Puts a message there. Blocking, bounded in time.
   *
   * @param nonce at most 25 characters; Discord drops a second new message with it within minutes
   */
  Sent send(Place place, Notice notice, String nonce);

  /**
   * Posts a voice message in a channel. Blocking, bounded in time.
   *
   * @param nonce as above
   */
  Sent speak(ChannelId channel, VoiceMessages.Voice voice, String nonce);

  /**
   * The bot's own messages there: the latest 100 of everybody's, and the 100 that came right after an interaction. Blocking.
   *
   * @return empty if Discord could not be asked just now; no messages where we may not look
   */
  Optional<List<OwnMessage>> ownMessages(Place place, long interactionId);

  /**
   * Replaces a message of ours in a channel by a line. Blocking, bounded in time: were it left to itself, a process that dies after the
   * delivery was recorded would leave the message as it is for good. Does not matter otherwise if it fails.
   */
  void replace(ChannelId channel, long messageId, String content);

  /**
   * Replaces an interaction's reply. Does not block.
   *
   * @param then is told why Discord did not take it, or by empty that it did; always, once, and on any thread
   */
  void editReply(Secret interactionToken, Notice notice, Consumer<Optional<Sent.Refused>> then);

  /** Where the files of a message come from, by their names. Opened when their turn has come; reading may wait. */
  interface FileSource {
    /** @throws IOException as reading may: then the message is broken off, and is not there */
    InputStream open(String name) throws IOException;
  }

  /**
   * Replaces an interaction's reply by a message whose files come from elsewhere. Does not block. The files are sent in the notice's
   * order, its picture last, and what the message says after them.
   *
   * @param then is told what became of it, always, once, and on any thread
   */
  void replaceReply(Secret interactionToken, Notice notice, FileSource files, Consumer<Sent> then);
}
