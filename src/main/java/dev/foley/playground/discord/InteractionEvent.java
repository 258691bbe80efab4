package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Builds INTERACTION_CREATE. */
final class InteractionEvent {
  private static final int CONTEXT_GUILD = 0;
  private static final int CONTEXT_BOT_DM = 1;

  /** What an app may do where only the member has installed it. */
  private static final long USER_INSTALLED_PERMISSIONS = Permission.set(Permission.ATTACH_FILES,
      Permission.EMBED_LINKS, Permission.MENTION_EVERYONE, Permission.USE_EXTERNAL_EMOJIS);

  private final World world;
  private final Messages messages;
  private final Attachments attachments;

  InteractionEvent(World world, Messages messages, Attachments attachments) {
    this.world = world;
    this.messages = messages;
    this.attachments = attachments;
  }

  GatewayEvent of(Interaction interaction, String locale) {
    Interaction.Cause cause = interaction.cause();
    Channel channel = cause.channel();
    ObjectNode json = Json.object().put("id", Json.id(interaction.id()))
        .put("application_id", Json.id(world.applicationId())).put("type", cause.type())
        .put("token", interaction.token()).put("version", 1).put("channel_id", Json.id(channel.id()))
        .put("locale", locale).put("attachment_size_limit", attachments.limitBytes())
        .put("app_permissions", Long.toString(appPermissions(cause)))
        .put("context", channel.guild().isPresent() ? CONTEXT_GUILD : CONTEXT_BOT_DM);
    json.set("data", interaction.data());
    ObjectNode channelJson = channel.toJson();
    channelJson.put("permissions", Long.toString(world.permissions(cause.user(), channel)));
    json.set("channel", channelJson);
    json.set("authorizing_integration_owners", interaction.owners());
    json.putArray("entitlements");
    channel.guild().ifPresentOrElse(guild -> putGuild(json, guild, cause),
        () -> json.set("user", cause.user().toJson()));
    Message message = cause.message();
    if (message != null) {
      json.set("message", messages.render(message));
    }
    return GatewayEvent.toEverybody("INTERACTION_CREATE", channel.guildId(), json);
  }

  String locale(User user) {
    return world.locale(user);
  }

  private void putGuild(ObjectNode json, Guild guild, Interaction.Cause cause) {
    json.put("guild_id", Json.id(guild.id())).put("guild_locale", "en-US");
    json.putObject("guild").put("id", Json.id(guild.id())).put("locale", "en-US").putArray("features");
    guild.member(cause.user().id()).ifPresent(member -> json.set("member",
        member.toJson().put("permissions", Long.toString(world.permissions(cause.user(), cause.channel())))));
  }

  private long appPermissions(Interaction.Cause cause) {
    return cause.userInstalled() ? USER_INSTALLED_PERMISSIONS : world.botPermissions(cause.channel());
  }
}
