package dev.foley.discord.look;

import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationState;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.channel.concrete.PrivateChannel;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.requests.RestAction;

/** A delivered message, read again: the addresses of its files are signed, and those that were good at the time have expired. */
sealed interface EarlierMessage {
  long PATIENCE_SECONDS = 10;

  /** @param files its sounds, with addresses that are good for about a day */
  record Found(List<Message.Attachment> files) implements EarlierMessage {
    public Found {
      files = List.copyOf(files);
    }
  }

  /** Deleted, or where the bot may not read, or never to be read again because only its member saw it. */
  record Gone() implements EarlierMessage {}

  /** Discord did not answer. */
  record NotNow() implements EarlierMessage {}

  /** Blocking, bounded in time. Not to be called on JDA's threads. */
  static EarlierMessage read(JDA jda, Generation generation) {
    if (!(generation.state() instanceof GenerationState.Delivered delivered) || MessageLinks.of(generation).isEmpty()) {
      return new Gone();
    }
    try {
      Optional<? extends MessageChannel> channel = channel(jda, generation, delivered);
      if (channel.isEmpty()) {
        return jda.getUnavailableGuilds().isEmpty() ? new Gone() : new NotNow();
      }
      Message message = await(channel.get().retrieveMessageById(delivered.messageId()));
      return new Found(message.getAttachments().stream().filter(EarlierMessage::isSound).toList());
    } catch (RuntimeException e) {
      return RestFailures.meaning(e) instanceof Sent.NotNow ? new NotNow() : new Gone();
    }
  }

  private static Optional<? extends MessageChannel> channel(JDA jda, Generation generation,
      GenerationState.Delivered delivered) {
    if (delivered.direct().isEmpty() && generation.origin().guild().isPresent()) {
      return Optional.ofNullable(
          jda.getChannelById(GuildMessageChannel.class, generation.origin().channel().value()));
    }
    long expected = delivered.direct().orElse(generation.origin().channel()).value();
    PrivateChannel own = await(jda.openPrivateChannelById(generation.origin().member().value()));
    return Optional.of(own).filter(channel -> channel.getIdLong() == expected);
  }

  private static boolean isSound(Message.Attachment file) {
    String extension = file.getFileExtension();
    return extension != null && Set.of("wav", "mp3", "ogg", "flac").contains(extension);
  }

  private static <T> T await(RestAction<T> action) {
    return action.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).complete();
  }
}
