package dev.foley.playground.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks the objects that gateway events carry. The extract describes HTTP only, but a message, member, channel, role or
 * user has the same shape here, with a few properties more or less, as Discord's page "Gateway Events" lists.
 */
final class GatewayShapes {
  private static final List<String> GUILD_CREATE_ONLY = List.of("joined_at", "large", "unavailable", "member_count",
      "voice_states", "members", "channels", "threads", "presences", "stage_instances", "guild_scheduled_events",
      "soundboard_sounds");
  private static final List<String> MESSAGE_EVENT_ONLY = List.of("guild_id", "member", "channel_type");
  private static final int DIRECT_MESSAGES = 1;

  private final DiscordOpenApi api;

  GatewayShapes(DiscordOpenApi api) {
    this.api = api;
  }

  /** What is wrong with an event ({@code t}, {@code d}); nothing for types that carry no object of HTTP. */
  List<String> problems(JsonNode event) {
    List<String> problems = new ArrayList<>();
    String type = event.path("t").asText();
    JsonNode data = event.path("d");
    switch (type) {
      case "GUILD_CREATE" -> guild(data, problems);
      case "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE" -> channel(data, problems);
      case "MESSAGE_CREATE", "MESSAGE_UPDATE" -> message(data, problems);
      case "INTERACTION_CREATE" -> interaction(data, problems);
      default -> {
      }
    }
    return problems.stream().map(problem -> type + " " + problem).toList();
  }

  private void guild(JsonNode guild, List<String> problems) {
    whole("GuildResponse", without(guild, GUILD_CREATE_ONLY), problems);
    guild.path("members").forEach(member -> whole("GuildMemberResponse", member, problems));
    guild.path("channels").forEach(channel -> channel(channel, problems));
  }

  private void channel(JsonNode channel, List<String> problems) {
    whole(channelComponent(channel), channel, problems);
  }

  private void message(JsonNode message, List<String> problems) {
    whole("MessageResponse", without(message, MESSAGE_EVENT_ONLY), problems);
    if (message.has("member")) {
      member(message.path("member"), message.path("author"), problems);
    }
  }

  private void interaction(JsonNode interaction, List<String> problems) {
    for (String id : List.of("id", "application_id", "channel_id")) {
      whole("SnowflakeType", interaction.path(id), problems);
    }
    JsonNode channel = interaction.path("channel");
    // In interactions direct messages have the bot's permissions too.
    partial(channelComponent(channel), without(channel, List.of("permissions")), problems);
    if (interaction.has("member")) {
      member(interaction.path("member"), interaction.path("member").path("user"), problems);
    } else {
      whole("UserResponse", interaction.path("user"), problems);
    }
    if (interaction.has("message")) {
      message(interaction.path("message"), problems);
    }
    resolved(interaction.path("data").path("resolved"), problems);
  }

  private void resolved(JsonNode resolved, List<String> problems) {
    resolved.path("users").forEach(user -> whole("UserResponse", user, problems));
    resolved.path("roles").forEach(role -> whole("GuildRoleResponse", role, problems));
    resolved.path("messages").forEach(message -> message(message, problems));
    resolved.path("attachments").forEach(file -> whole("MessageAttachmentResponse", file, problems));
    resolved.path("channels").forEach(channel -> partial(channelComponent(channel), channel, problems));
    resolved.path("members").properties().forEach(
        member -> member(member.getValue(), resolved.path("users").path(member.getKey()), problems));
  }

  /** Where the user stands beside the member it is not repeated inside; interactions add the member's permissions. */
  private void member(JsonNode member, JsonNode user, List<String> problems) {
    ObjectNode complete = without(member, List.of("permissions"));
    complete.set("user", user);
    whole("GuildMemberResponse", complete, problems);
  }

  private void whole(String component, JsonNode value, List<String> problems) {
    api.componentProblems(component, value).forEach(problem -> problems.add(component + " " + problem));
  }

  private void partial(String component, JsonNode value, List<String> problems) {
    api.partialProblems(component, value).forEach(problem -> problems.add("partial " + component + " " + problem));
  }

  private static String channelComponent(JsonNode channel) {
    return channel.path("type").asInt() == DIRECT_MESSAGES ? "PrivateChannelResponse" : "GuildChannelResponse";
  }

  private static ObjectNode without(JsonNode object, List<String> properties) {
    ObjectNode copy = object.deepCopy();
    return copy.remove(properties);
  }
}
