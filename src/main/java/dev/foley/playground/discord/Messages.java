package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts messages into channels, changes and removes them, and tells the gateway. Guarded by {@link Turn}. */
final class Messages {
  /** "The past few minutes" in Discord's words. */
  private static final Duration NONCE_LIFE = Duration.ofMinutes(5);
  private static final int MAX_NONCES = 10_000;

  private record NonceKey(long channelId, String nonce) {}

  private record Sent(Message message, Instant at) {}

  private final Snowflakes snowflakes;
  private final InstantSource clock;
  private final Gateway gateway;
  private final Attachments attachments;
  private final MessageJson json;
  private final Map<NonceKey, Sent> nonces = new LinkedHashMap<>();

  Messages(Snowflakes snowflakes, InstantSource clock, Gateway gateway, Attachments attachments, MessageJson json) {
    this.snowflakes = snowflakes;
    this.clock = clock;
    this.gateway = gateway;
    this.attachments = attachments;
    this.json = json;
  }

  Message create(Channel channel, Message.Origin origin, Message.Draft draft, @Nullable JsonNode nonce) {
    Message message = new Message(snowflakes.next(), channel, origin, nonce, draft);
    channel.add(message).ifPresent(old -> attachments.forget(old.draft().files()));
    ObjectNode event = json.render(message);
    message.nonce().ifPresent(value -> event.set("nonce", value));
    announce("MESSAGE_CREATE", message, event);
    return message;
  }

  void edit(Message message, Message.Draft draft) {
    message.change(draft, clock.instant());
    announce("MESSAGE_UPDATE", message, json.render(message));
  }

  void delete(Message message) {
    message.channel().messages().remove(message.id());
    attachments.forget(message.draft().files());
    announce("MESSAGE_DELETE", message, Json.object().put("id", Json.id(message.id()))
        .put("channel_id", Json.id(message.channel().id())));
  }

  /** @throws ApiError 10008; ephemeral messages are not there for the REST API, only for their webhook */
  Message find(Channel channel, long id) {
    return Optional.ofNullable(channel.messages().get(id)).filter(message -> !message.ephemeral())
        .orElseThrow(ApiError::unknownMessage);
  }

  List<Message> visible(Channel channel) {
    return channel.messages().values().stream().filter(message -> !message.ephemeral()).toList();
  }

  /** The message that was sent with this nonce a short while ago. */
  Optional<Message> byNonce(Channel channel, String nonce) {
    Instant oldest = clock.instant().minus(NONCE_LIFE);
    return Optional.ofNullable(nonces.get(new NonceKey(channel.id(), nonce)))
        .filter(sent -> sent.at().isAfter(oldest)).map(Sent::message);
  }

  void remember(String nonce, Message message) {
    NonceKey key = new NonceKey(message.channel().id(), nonce);
    nonces.remove(key);
    nonces.put(key, new Sent(message, clock.instant()));
    if (nonces.size() > MAX_NONCES) {
      nonces.remove(nonces.keySet().iterator().next());
    }
  }

  ObjectNode render(Message message) {
    return json.render(message);
  }

  private void announce(String name, Message message, ObjectNode data) {
    message.channel().touch();
    if (message.ephemeral()) {
      return;
    }
    Channel channel = message.channel();
    channel.guild().ifPresent(guild -> {
      data.put("guild_id", Json.id(guild.id()));
      guild.member(message.author().id()).ifPresent(member -> {
        ObjectNode partial = member.toJson();
        partial.remove("user");
        data.set("member", partial);
      });
    });
    int intent = channel.type() == Channel.DM ? GatewayEvent.DIRECT_MESSAGES : GatewayEvent.GUILD_MESSAGES;
    gateway.dispatch(new GatewayEvent(name, intent, channel.guildId(), data));
  }
}
