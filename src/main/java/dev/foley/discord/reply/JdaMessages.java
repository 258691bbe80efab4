package dev.foley.discord.reply;

import dev.foley.discord.interaction.RestFailures;
import dev.foley.discord.interaction.Sent;
import dev.foley.generation.ChannelId;
import dev.foley.generation.UserId;
import dev.foley.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import net.dv8tion.jda.api.JDA;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.channel.middleman.GuildMessageChannel;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.requests.RestAction;
import net.dv8tion.jda.api.requests.Route;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import net.dv8tion.jda.internal.requests.RestActionImpl;
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
      if (place instanceof Place.Reply(Secret token)) {
        return new Sent.Posted(
            await(InteractionHook.from(jda, token.reveal()).editOriginal(JdaNotice.edit(notice))).getIdLong());
      }
      BotChannel channel = channel(place);
      long message = await(channel.post(JdaNotice.create(notice), nonce));
      return new Sent.Posted(message, place instanceof Place.Direct ? Optional.of(channel.id()) : Optional.empty());
    } catch (PlaceClosedException e) {
      return e.sent;
    } catch (RuntimeException e) {
      return refused(nonce, place, e);
    }
  }

  @Override
  public Sent speak(ChannelId id, VoiceMessages.Voice voice, String nonce) {
    Place place = new Place.InChannel(id);
    try {
      BotChannel channel = channel(place);
      return channel.takesVoice()
          ? new Sent.Posted(await(channel.post(JdaNotice.voice(voice), nonce)))
          : new Sent.Closed("lacks the permission " + Permission.MESSAGE_ATTACH_VOICE_MESSAGE);
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
      BotChannel channel = channel(place);
      Map<Long, OwnMessage> own = new LinkedHashMap<>();
      await(channel.latest(PAGE)).forEach(message -> own.putIfAbsent(message.id(), message));
      await(channel.after(interactionId, PAGE)).forEach(message -> own.putIfAbsent(message.id(), message));
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
      await(channel(new Place.InChannel(channel)).edit(messageId, JdaNotice.line(content)));
    } catch (PlaceClosedException e) {
      log.atInfo().addKeyValue("failure", e.sent).log("An old reply was not tidied up");
    } catch (RuntimeException e) {
      log.atInfo().addKeyValue("failure", RestFailures.meaning(e)).log("An old reply was not tidied up");
    }
  }

  @Override
  public void editReply(Secret interactionToken, Notice notice, Consumer<Optional<Sent.Refused>> then) {
    try {
      unread(interactionToken, JdaNotice.edit(notice)).timeout(PROGRESS_PATIENCE_SECONDS, TimeUnit.SECONDS)
          .queue(_ -> then.accept(Optional.empty()),
              failure -> then.accept(Optional.of(RestFailures.meaning(failure))));
    } catch (RejectedExecutionException e) {
      then.accept(Optional.of(RestFailures.meaning(e))); // JDA is shutting down
    }
  }

  /**
   * As {@link InteractionHook#editOriginal}, by the same request, but without making a message of the answer: of all requests this is
   * the most frequent, and nobody looks at what it comes back with.
   */
  private RestAction<Void> unread(Secret interactionToken, MessageEditData edit) {
    return new RestActionImpl<>(jda, Route.Interactions.EDIT_FOLLOWUP.compile(jda.getSelfUser().getApplicationId(),
        interactionToken.reveal(), "@original"), edit.toData());
  }

  @Override
  public void replaceReply(Secret interactionToken, Notice notice, FileSource files, Consumer<Sent> then) {
    try {
      InteractionHook.from(jda, interactionToken.reveal()).editOriginal(JdaNotice.edit(notice, files))
          .timeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .queue(message -> then.accept(new Sent.Posted(message.getIdLong())),
              failure -> then.accept(RestFailures.meaning(failure)));
    } catch (RejectedExecutionException e) {
      then.accept(RestFailures.meaning(e)); // JDA is shutting down
    }
  }

  private BotChannel channel(Place place) throws PlaceClosedException {
    return switch (place) {
      case Place.Reply _ -> throw new IllegalArgumentException("a reply is reached by its token");
      case Place.InChannel(ChannelId id) -> guildChannel(id);
      case Place.Direct(UserId member) -> new SeenChannel(await(jda.openPrivateChannelById(member.value())));
    };
  }

  private BotChannel guildChannel(ChannelId id) throws PlaceClosedException {
    GuildMessageChannel channel = jda.getChannelById(GuildMessageChannel.class, id.value());
    if (channel != null) {
      return new SeenChannel(channel);
    }
    if (jda.getShardInfo().getShardTotal() > 1) {
      return new RemoteChannel(jda, id); // another shard sees it, which may be another instance's
    }
    // A guild in an outage is not known by its channels, so this may pass.
    throw new PlaceClosedException(jda.getUnavailableGuilds().isEmpty()
        ? new Sent.Closed("the channel is gone or hidden")
        : new Sent.NotNow(Optional.empty(), "the guild may be unavailable"));
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

  /** There is no channel to ask. */
  private static final class PlaceClosedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Sent sent;

    PlaceClosedException(Sent sent) {
      this.sent = sent;
    }
  }
}
