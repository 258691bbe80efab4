package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.Collection;
import java.util.function.ToLongFunction;

/** Registration of commands, globally and for a guild. */
final class CommandRoutes {
  private static final String GLOBAL = "/applications/{application_id}/commands";
  private static final String GUILD = "/applications/{application_id}/guilds/{guild_id}/commands";

  private final World world;
  private final Commands commands;

  CommandRoutes(World world, Commands commands) {
    this.world = world;
    this.commands = commands;
  }

  void register(Rest rest) {
    rest.get(GUILD + "/permissions", call -> {
      long _ = guildScope(call);
      return Reply.ok(Json.array());
    });
    rest.get(GUILD + "/{command_id}/permissions", this::permissions);
    registerScope(rest, GLOBAL, this::globalScope);
    registerScope(rest, GUILD, this::guildScope);
  }

  private void registerScope(Rest rest, String path, ToLongFunction<Call> scope) {
    rest.get(path, call -> list(call, commands.list(scope.applyAsLong(call))));
    rest.get(path + "/{command_id}", call -> Reply.ok(commands.get(scope.applyAsLong(call), call.id("command_id"))));
    add(rest, HandlerType.PUT, path,
        call -> Reply.ok(Json.array(commands.overwrite(scope.applyAsLong(call), call.body()))));
    add(rest, HandlerType.POST, path, call -> commands.create(scope.applyAsLong(call), call.object()));
    add(rest, HandlerType.PATCH, path + "/{command_id}",
        call -> Reply.ok(commands.edit(scope.applyAsLong(call), call.id("command_id"), call.object())));
    add(rest, HandlerType.DELETE, path + "/{command_id}", call -> {
      commands.delete(scope.applyAsLong(call), call.id("command_id"));
      return Reply.NO_CONTENT;
    });
  }

  private static void add(Rest rest, HandlerType method, String path, Rest.Handler handler) {
    rest.add(method, path, Rest.Access.BOT, RateLimits.Limit.COMMANDS, handler);
  }

  private static Reply list(Call call, Collection<ObjectNode> found) {
    boolean localized = call.queryFlag("with_localizations", false);
    return Reply.ok(Json.array(found.stream()
        .map(command -> localized ? command : Commands.withoutLocalizations(command)).toList()));
  }

  private Reply permissions(Call call) {
    ObjectNode command = commands.get(guildScope(call), call.id("command_id"));
    ObjectNode json = Json.object().put("id", command.path("id").asText())
        .put("application_id", Json.id(world.applicationId())).put("guild_id", call.text("guild_id"));
    json.putArray("permissions");
    return Reply.ok(json);
  }

  private long globalScope(Call call) {
    checkApplication(call);
    return Commands.GLOBAL;
  }

  private long guildScope(Call call) {
    checkApplication(call);
    return world.findGuild(call.id("guild_id")).orElseThrow(ApiError::missingAccess).id();
  }

  private void checkApplication(Call call) {
    if (call.id("application_id") != world.applicationId()) {
      throw ApiError.unknownApplication();
    }
  }
}
