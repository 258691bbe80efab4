package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.HandlerType;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Who the bot is, and where its gateway answers. */
final class ApplicationRoutes {
  private static final int SESSION_STARTS_PER_DAY = 1000;

  private final World world;
  private final Supplier<String> gatewayUrl;
  private final IntSupplier recommendedShards;

  ApplicationRoutes(World world, Supplier<String> gatewayUrl, IntSupplier recommendedShards) {
    this.world = world;
    this.gatewayUrl = gatewayUrl;
    this.recommendedShards = recommendedShards;
  }

  void register(Rest rest) {
    rest.add(HandlerType.GET, "/gateway", Rest.Access.PUBLIC, RateLimits.Limit.COMMON,
        call -> Reply.ok(Json.object().put("url", gatewayUrl.get())));
    rest.get("/gateway/bot", call -> Reply.ok(gatewayBot()));
    rest.get("/applications/@me", call -> Reply.ok(application()));
    rest.get("/oauth2/applications/@me", call -> Reply.ok(application()));
    rest.get("/users/@me", call -> Reply.ok(world.bot().toPrivateJson()));
    rest.get("/users/{user_id}", call -> Reply.ok(world.user(call.id("user_id")).toJson()));
  }

  private ObjectNode gatewayBot() {
    ObjectNode json = Json.object().put("url", gatewayUrl.get()).put("shards", recommendedShards.getAsInt());
    json.putObject("session_start_limit").put("total", SESSION_STARTS_PER_DAY)
        .put("remaining", SESSION_STARTS_PER_DAY).put("reset_after", 0).put("max_concurrency", 1);
    return json;
  }

  private ObjectNode application() {
    User bot = world.bot();
    ObjectNode json = Json.object().put("id", Json.id(world.applicationId())).put("name", bot.displayName())
        .putNull("icon").put("description", "").putNull("type").put("bot_public", true)
        .put("bot_require_code_grant", false).put("verify_key", "0".repeat(64)).put("flags", 0).put("flags_new", "0")
        .putNull("interactions_endpoint_url").putNull("role_connections_verification_url")
        .put("approximate_guild_count", world.guilds().size()).put("approximate_user_install_count", 0)
        .put("approximate_user_authorization_count", 0).put("explicit_content_filter", 0).putNull("team")
        .put("event_webhooks_status", 1);
    json.set("bot", bot.toJson());
    json.set("owner", world.owner().toJson());
    json.putArray("redirect_uris");
    json.putArray("eligible_oauth2_scopes");
    json.putArray("tags");
    ObjectNode installations = json.putObject("integration_types_config");
    installations.putObject("0");
    installations.putObject("1");
    return json;
  }
}
