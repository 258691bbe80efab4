package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A server. Guarded by {@link Turn}. */
final class Guild {
  private final long id;
  private final String name;
  private final User owner;
  private final Map<Long, Role> roles = new LinkedHashMap<>();
  private final Map<Long, Channel> channels = new LinkedHashMap<>();
  private final Map<Long, Member> members = new LinkedHashMap<>();

  Guild(long id, String name, User owner) {
    this.id = id;
    this.name = name;
    this.owner = owner;
  }

  long id() {
    return id;
  }

  String name() {
    return name;
  }

  User owner() {
    return owner;
  }

  Map<Long, Role> roles() {
    return roles;
  }

  Map<Long, Channel> channels() {
    return channels;
  }

  Map<Long, Member> members() {
    return members;
  }

  Optional<Member> member(long userId) {
    return Optional.ofNullable(members.get(userId));
  }

  /**
   * What a member may do in a channel: roles added up, then the channel's overwrites for everybody, for roles, for the
   * member.
   *
   * @see <a href="https://docs.discord.com/developers/topics/permissions">Discord's algorithm</a>
   */
  long permissions(Member member, Channel channel) {
    long base = basePermissions(member);
    if (base == Permission.ALL) {
      return base;
    }
    long roleAllow = 0;
    long roleDeny = 0;
    for (long roleId : member.roles()) {
      Channel.Overwrite overwrite = channel.overwrites().get(roleId);
      if (overwrite != null) {
        roleAllow |= overwrite.allow();
        roleDeny |= overwrite.deny();
      }
    }
    Channel.Overwrite none = new Channel.Overwrite(0, 0, 0);
    Channel.Overwrite everyone = channel.overwrites().getOrDefault(id, none);
    Channel.Overwrite own = channel.overwrites().getOrDefault(member.user().id(), none);
    long permissions = (base & ~everyone.deny()) | everyone.allow();
    permissions = (permissions & ~roleDeny) | roleAllow;
    permissions = (permissions & ~own.deny()) | own.allow();
    if (!Permission.VIEW_CHANNEL.in(permissions)) {
      return 0;
    }
    if (!Permission.SEND_MESSAGES.in(permissions)) {
      permissions &= ~Permission.set(Permission.MENTION_EVERYONE, Permission.ATTACH_FILES, Permission.EMBED_LINKS);
    }
    return permissions;
  }

  private long basePermissions(Member member) {
    if (member.user().id() == owner.id()) {
      return Permission.ALL;
    }
    Role everyone = roles.get(id);
    long base = everyone == null ? 0 : everyone.permissions();
    for (long roleId : member.roles()) {
      Role role = roles.get(roleId);
      base |= role == null ? 0 : role.permissions();
    }
    return Permission.ADMINISTRATOR.in(base) ? Permission.ALL : base;
  }

  ObjectNode toJson() {
    ObjectNode json = Json.object().put("id", Json.id(id)).put("name", name).putNull("icon").putNull("description")
        .putNull("home_header").putNull("splash").putNull("discovery_splash").putNull("banner")
        .put("owner_id", Json.id(owner.id())).putNull("application_id").put("region", "deprecated")
        .putNull("afk_channel_id").put("afk_timeout", 300).putNull("system_channel_id").put("system_channel_flags", 0)
        .put("widget_enabled", false).putNull("widget_channel_id").put("verification_level", 0)
        .put("default_message_notifications", 0).put("mfa_level", 0).put("explicit_content_filter", 0)
        .putNull("max_presences").put("max_members", 500_000).put("max_stage_video_channel_users", 50)
        .put("max_video_channel_users", 25).putNull("vanity_url_code").put("premium_tier", 0)
        .put("premium_subscription_count", 0).put("preferred_locale", "en-US").putNull("rules_channel_id")
        .putNull("safety_alerts_channel_id").putNull("public_updates_channel_id")
        .put("premium_progress_bar_enabled", false).put("nsfw", false).put("nsfw_level", 0).putNull("incidents_data");
    json.putArray("features");
    json.putArray("emojis");
    json.putArray("stickers");
    json.set("roles", Json.array(roles.values().stream().map(Role::toJson).toList()));
    return json;
  }

  /** GUILD_CREATE: the guild as a bot without the members intent receives it, so with itself as the only member. */
  ObjectNode toGatewayJson(Member self, boolean withMembers, Instant joinedAt) {
    ObjectNode json = toJson().put("joined_at", Json.timestamp(joinedAt)).put("large", false)
        .put("unavailable", false).put("member_count", members.size());
    List<Member> visible = withMembers ? List.copyOf(members.values()) : List.of(self);
    json.set("members", Json.array(visible.stream().map(Member::toJson).toList()));
    json.set("channels", Json.array(channels.values().stream().map(Channel::toJson).toList()));
    for (String empty : List.of("threads", "voice_states", "presences", "stage_instances", "guild_scheduled_events",
        "soundboard_sounds")) {
      json.putArray(empty);
    }
    return json;
  }
}
