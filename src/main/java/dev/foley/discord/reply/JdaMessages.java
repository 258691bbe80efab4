package dev.foley.discord.reply;

import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.ChannelId;
import dev.foley.generation.UserId;
import dev.foley.secret.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.components.buttons.Button;
import net.dv8tion.jda.api.entities.Message;
import net.dv8tion.jda.api.entities.MessageEmbed;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.entities.channel.middleman.MessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@link DiscordMessages} through JDA. Thread-safe. Its blocking methods must not be called on JDA's threads. */
public final class JdaMessages implements DiscordMessages {
  private static final Logger log = LoggerFactory.getLogger(JdaMessages.class);

  /** How long a request may wait for its turn. */
  private static final long PATIENCE_SECONDS = 60;
  private static final long UPLOAD_PATIENCE_SECONDS = 300;
  private static final long PROGRESS_PATIENCE_SECONDS = 10;
  private static final int PAGE = 100;

  private final JDA jda;

  public JdaMessages(JDA jda) {
    this.jda = jda;
  }

  @Override
  public Sent send(Place place, Notice notice, String nonce) {
    try {
      Optional<RemoteChannel> remote = elsewhere(place);
      if (remote.isPresent()) {
        return new Sent.Posted(await(remote.get().post(JdaNotice.create(notice), nonce)));
      }
      RestAction<Message> action = switch (place) {
        case Place.Reply(Secret token) ->
          InteractionHook.from(jda, token.reveal()).editOriginal(JdaNotice.edit(notice));
        case Place.InChannel _, Place.Direct _ -> channel(place).sendMessage(JdaNotice.create(notice)).setNonce(nonce);
      };
      Message posted = await(action);
      return new Sent.Posted(posted.getIdLong(), place instanceof Place.Direct
          ? Optional.of(new ChannelId(posted.getChannelIdLong()))
          : Optional.empty());
    } catch (PlaceClosedException e) {
      return e.sent;
    } catch (RuntimeException e) {
      return refused(nonce, place, e);
    }
  }

  @Override
  public Sent speak(ChannelId channel, VoiceMessages.Voice voice, String nonce) {
    Place place = new Place.InChannel(channel);
    try {
      Optional<RemoteChannel> remote = elsewhere(place);
      if (remote.isPresent()) {
        return new Sent.Posted(await(remote.get().post(JdaNotice.voice(voice), nonce)));
      }
      GuildMessageChannel there = guildChannel(channel);
      if (!there.getGuild().getSelfMember().hasPermission(there, Permission.MESSAGE_ATTACH_VOICE_MESSAGE)) {
        return new Sent.Closed("lacks the permission " + Permission.MESSAGE_ATTACH_VOICE_MESSAGE);
      }
      return new Sent.Posted(await(there.sendMessage(JdaNotice.voice(voice)).setNonce(nonce)).getIdLong());
    } catch (PlaceClosedException e) {
      return e.sent;
    } catch (RuntimeException e) {
      return refused(nonce, place, e);
    }
  }

  private static Sent refused(String nonce, Place place, RuntimeException failure) {
    Sent meaning = RestFailures.meaning(failure);
    log.atInfo().addKeyValue("nonce", nonce).addKeyValue("place", place.getClass().getSimpleName())
        .addKeyValue("failure", meaning).log("Discord did not take a message");
    return meaning;
  }

  @Override
  public Optional<List<OwnMessage>> ownMessages(Place place, long interactionId) {
    try {
      Map<Long, OwnMessage> own = new LinkedHashMap<>();
      Optional<RemoteChannel> remote = elsewhere(place);
      if (remote.isPresent()) {
        await(remote.get().latest(PAGE)).forEach(message -> own.putIfAbsent(message.id(), message));
        await(remote.get().after(interactionId, PAGE)).forEach(message -> own.putIfAbsent(message.id(), message));
        return Optional.of(List.copyOf(own.values()));
      }
      MessageChannel channel = channel(place);
      List<Message> messages = new ArrayList<>(await(channel.getHistory().retrievePast(PAGE)));
      messages.addAll(await(channel.getHistoryAfter(interactionId, PAGE)).getRetrievedHistory());
      long self = jda.getSelfUser().getIdLong();
      messages.stream().filter(message -> message.getAuthor().getIdLong() == self)
          .forEach(message -> own.putIfAbsent(message.getIdLong(), read(message)));
      return Optional.of(List.copyOf(own.values()));
    } catch (PlaceClosedException e) {
      return e.sent instanceof Sent.NotNow ? Optional.empty() : Optional.of(List.of());
    } catch (RuntimeException e) {
      return RestFailures.meaning(e) instanceof Sent.NotNow ? Optional.empty() : Optional.of(List.of());
    }
  }

  @Override
  public void replace(ChannelId channel, long messageId, String content) {
    try {
      Place place = new Place.InChannel(channel);
      Optional<RemoteChannel> remote = elsewhere(place);
      RestAction<?> edit = remote.isPresent()
          ? remote.get().edit(messageId, JdaNotice.line(content))
          : channel(place).editMessageById(messageId, JdaNotice.line(content));
      edit.queue(_ -> {}, failure -> log.atInfo().addKeyValue("failure", RestFailures.meaning(failure))
          .log("An old reply was not tidied up"));
    } catch (PlaceClosedException | RuntimeException e) {
      log.atInfo().addKeyValue("failure", e.getClass().getSimpleName()).log("An old reply was not tidied up");
    }
  }

  @Override
  public void editReply(Secret interactionToken, Notice notice, Consumer<Sent> then) {
    try {
      InteractionHook.from(jda, interactionToken.reveal()).editOriginal(JdaNotice.edit(notice))
          .timeout(PROGRESS_PATIENCE_SECONDS, TimeUnit.SECONDS)
          .queue(message -> then.accept(new Sent.Posted(message.getIdLong())),
              failure -> then.accept(RestFailures.meaning(failure)));
    } catch (RejectedExecutionException e) {
      then.accept(RestFailures.meaning(e)); // JDA is shutting down
    }
  }

  /** A channel of a server's that another shard sees, which may be another instance's. */
  private Optional<RemoteChannel> elsewhere(Place place) {
    return place instanceof Place.InChannel(ChannelId id) && jda.getShardInfo().getShardTotal() > 1
        && jda.getChannelById(GuildMessageChannel.class, id.value()) == null
            ? Optional.of(new RemoteChannel(jda, id))
            : Optional.empty();
  }

  private MessageChannel channel(Place place) throws PlaceClosedException {
    return switch (place) {
      case Place.Reply _ -> throw new IllegalArgumentException("a reply is reached by its token");
      case Place.InChannel(ChannelId id) -> guildChannel(id);
      case Place.Direct(UserId member) -> await(jda.openPrivateChannelById(member.value()));
    };
  }

  private GuildMessageChannel guildChannel(ChannelId id) throws PlaceClosedException {
    GuildMessageChannel channel = jda.getChannelById(GuildMessageChannel.class, id.value());
    if (channel == null) {
      // A guild in an outage is not known by its channels, so this may pass.
      throw new PlaceClosedException(jda.getUnavailableGuilds().isEmpty()
          ? new Sent.Closed("the channel is gone or hidden")
          : new Sent.NotNow(Optional.empty(), "the guild may be unavailable"));
    }
    return channel;
  }

  /**
   * Waits for a request. One that has not begun in time never begins; a large upload that has begun may take longer.
   *
   * @throws CompletionException with what went wrong
   */
  private static <T> T await(RestAction<T> action) {
    CompletableFuture<T> answer = action.timeout(PATIENCE_SECONDS, TimeUnit.SECONDS).submit();
    try {
      return answer.get(UPLOAD_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true); // still in JDA's queue, behind a limit that blocks everything
      throw new CompletionException(e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }

  private static OwnMessage read(Message message) {
    String footer = message.getEmbeds().stream().map(MessageEmbed::getFooter).findFirst()
        .map(MessageEmbed.Footer::getText).orElse("");
    List<String> customIds = message.getComponentTree().findAll(Button.class).stream().map(Button::getCustomId)
        .filter(id -> id != null).toList();
    List<String> files = message.getAttachments().stream().map(Message.Attachment::getFileName).toList();
    return new OwnMessage(message.getIdLong(), new ChannelId(message.getChannelIdLong()), message.getContentRaw(),
        footer, Set.copyOf(customIds), Set.copyOf(files));
  }

  /** There is no channel to ask. */
  private static final class PlaceClosedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sent sent;

    PlaceClosedException(Sent sent) {
      this.sent = sent;
    }
  }
}
