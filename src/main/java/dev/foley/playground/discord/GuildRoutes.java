package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Reading of guilds, their members, roles and channels. */
final class GuildRoutes {
  private final World world;

  GuildRoutes(World world) {
    this.world = world;
  }

  void register(Rest rest) {
    rest.get("/guilds/{guild_id}", this::guild);
    rest.get("/guilds/{guild_id}/channels", call -> Reply.ok(
        Json.array(guildOf(call).channels().values().stream().map(Channel::toJson).toList())));
    rest.get("/guilds/{guild_id}/roles", call -> Reply.ok(
        Json.array(guildOf(call).roles().values().stream().map(Role::toJson).toList())));
    rest.get("/guilds/{guild_id}/roles/{role_id}", this::role);
    rest.get("/guilds/{guild_id}/members", this::members);
    rest.get("/guilds/{guild_id}/members/search", this::search);
    rest.get("/guilds/{guild_id}/members/{user_id}", this::member);
  }

  private Reply guild(Call call) {
    Guild guild = guildOf(call);
    ObjectNode json = guild.toJson();
    if (call.queryFlag("with_counts", false)) {
      json.put("approximate_member_count", guild.members().size())
          .put("approximate_presence_count", guild.members().size());
    }
    return Reply.ok(json);
  }

  private Reply role(Call call) {
    Role role = guildOf(call).roles().get(call.id("role_id"));
    if (role == null) {
      throw ApiError.unknownRole();
    }
    return Reply.ok(role.toJson());
  }

  private Reply members(Call call) {
    int limit = call.queryInt("limit", 1, 1, 1000);
    long after = call.queryId("after").orElse(0L);
    List<ObjectNode> page = guildOf(call).members().values().stream().filter(member -> member.user().id() > after)
        .sorted(Comparator.comparingLong(member -> member.user().id())).limit(limit).map(Member::toJson).toList();
    return Reply.ok(Json.array(page));
  }

  private Reply search(Call call) {
    int limit = call.queryInt("limit", 1, 1, 1000);
    String query = call.query("query").orElse("").toLowerCase(Locale.ROOT);
    List<ObjectNode> found = guildOf(call).members().values().stream()
        .filter(member -> member.user().username().startsWith(query)).limit(limit).map(Member::toJson).toList();
    return Reply.ok(Json.array(found));
  }

  private Reply member(Call call) {
    return Reply.ok(guildOf(call).member(call.id("user_id")).orElseThrow(ApiError::unknownMember).toJson());
  }

  private Guild guildOf(Call call) {
    return world.guild(call.id("guild_id"));
  }
}
