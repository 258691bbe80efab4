package dev.foley.discord.reply;

import dev.foley.generation.ChannelId;
import java.util.List;
import java.util.Set;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.dv8tion.jda.api.utils.messages.MessageEditData;

/** A channel that JDA knows: of a server that this session's shard sees, or of direct messages. */
record SeenChannel(MessageChannel channel) implements BotChannel {
  @Override
  public ChannelId id() {
    return new ChannelId(channel.getIdLong());
  }

  @Override
  public boolean takesVoice() {
    return !(channel instanceof GuildMessageChannel there)
        || there.getGuild().getSelfMember().hasPermission(there, Permission.MESSAGE_ATTACH_VOICE_MESSAGE);
  }

  @Override
  public RestAction<Long> post(MessageCreateData message, String nonce) {
    return channel.sendMessage(message).setNonce(nonce).map(Message::getIdLong);
  }

  @Override
  public RestAction<Long> edit(long message, MessageEditData edit) {
    return channel.editMessageById(message, edit).map(Message::getIdLong);
  }

  @Override
  public RestAction<List<OwnMessage>> latest(int most) {
    return channel.getHistory().retrievePast(most).map(this::own);
  }

  @Override
  public RestAction<List<OwnMessage>> after(long message, int most) {
    return channel.getHistoryAfter(message, most).map(history -> own(history.getRetrievedHistory()));
  }

  private List<OwnMessage> own(List<Message> messages) {
    long self = channel.getJDA().getSelfUser().getIdLong();
    return messages.stream().filter(message -> message.getAuthor().getIdLong() == self).map(this::read).toList();
  }

  private OwnMessage read(Message message) {
    String footer = message.getEmbeds().stream().map(MessageEmbed::getFooter).findFirst()
        .map(MessageEmbed.Footer::getText).orElse("");
    List<String> customIds = message.getComponentTree().findAll(Button.class).stream().map(Button::getCustomId)
        .filter(id -> id != null).toList();
    List<String> files = message.getAttachments().stream().map(Message.Attachment::getFileName).toList();
    return new OwnMessage(message.getIdLong(), id(), message.getContentRaw(), footer, Set.copyOf(customIds),
        Set.copyOf(files));
  }
}
