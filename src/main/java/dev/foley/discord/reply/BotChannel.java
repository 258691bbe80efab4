package dev.foley.discord.reply;

import dev.foley.generation.ChannelId;
import java.util.List;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A channel as this session reaches it. Nothing is sent before an action is queued. */
sealed interface BotChannel permits SeenChannel, RemoteChannel {
  ChannelId id();

  /** Whether a voice message has a chance; where that is not known, Discord says. */
  boolean takesVoice();

  /** @return the id of the message, also if the nonce had been seen before */
  RestAction<Long> post(MessageCreateData message, String nonce);

  /** Changes a message of the bot's. */
  RestAction<Long> edit(long message, MessageEditData edit);

  /** The bot's own ones of the latest. */
  RestAction<List<OwnMessage>> latest(int most);

  /** The bot's own ones of the first that came after an id. */
  RestAction<List<OwnMessage>> after(long message, int most);
}
