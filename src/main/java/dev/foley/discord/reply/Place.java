package dev.foley.discord.reply;

import dev.foley.generation.ChannelId;
import dev.foley.generation.UserId;
import dev.foley.secret.Secret;

/** Where a message can be put, best first. */
sealed interface Place {
  /** In the reply to the interaction, over what stands there. Repeating it changes nothing. */
  record Reply(Secret interactionToken) implements Place {}

  /** A new message in the channel where the member asked. */
  record InChannel(ChannelId channel) implements Place {}

  /** A new direct message. */
  record Direct(UserId member) implements Place {}
}
