package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.HandlerType;
import java.util.List;

/** Channels themselves: reading, deleting, typing, and opening direct messages. */
final class ChannelRoutes {
  private final World world;
  private final Gateway gateway;

  ChannelRoutes(World world, Gateway gateway) {
    this.world = world;
    this.gateway = gateway;
  }

  void register(Rest rest) {
    rest.get("/channels/{channel_id}", call -> Reply.ok(world.channel(call.id("channel_id")).toJson()));
    add(rest, HandlerType.DELETE, "/channels/{channel_id}", this::delete);
    add(rest, HandlerType.POST, "/channels/{channel_id}/typing", this::typing);
    add(rest, HandlerType.POST, "/users/@me/channels", this::openDirect);
  }

  /** Removes a channel of the guild and tells the bot, whoever deleted it. */
  void remove(Channel channel) {
    channel.guild().ifPresent(guild -> {
      guild.channels().remove(channel.id());
      gateway.dispatch(new GatewayEvent("CHANNEL_DELETE", GatewayEvent.GUILDS, guild.id(), channel.toJson()));
    });
  }

  private static void add(Rest rest, HandlerType method, String path, Rest.Handler handler) {
    rest.add(method, path, Rest.Access.BOT, RateLimits.Limit.COMMON, handler);
  }

  private Reply delete(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    if (channel.guild().isPresent() && !Permission.MANAGE_CHANNELS.in(world.botPermissions(channel))) {
      throw ApiError.missingPermissions();
    }
    remove(channel);
    return Reply.ok(channel.toJson());
  }

  private Reply typing(Call call) {
    Channel channel = world.channel(call.id("channel_id"));
    if (!Permission.SEND_MESSAGES.in(world.botPermissions(channel))) {
      throw ApiError.missingPermissions();
    }
    return Reply.NO_CONTENT;
  }

  private Reply openDirect(Call call) {
    JsonNode recipient = call.body().path("recipient_id");
    if (recipient.isMissingNode() || recipient.isNull()) {
      FormErrors errors = new FormErrors();
      errors.add(List.of("recipient_id"), "BASE_TYPE_REQUIRED", "This field is required");
      throw errors.toApiError();
    }
    User person = world.findUser(recipient.asLong()).filter(user -> !user.bot())
        .orElseThrow(ApiError::invalidRecipient);
    return Reply.ok(world.directChannel(person).toJson());
  }
}
