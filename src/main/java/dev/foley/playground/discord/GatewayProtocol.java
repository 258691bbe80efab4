package dev.foley.playground.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Answers what a bot says on its socket: IDENTIFY, RESUME, HEARTBEAT and the like. Guarded by {@link Turn}.
 *
 * @see <a href="https://docs.discord.com/developers/events/gateway">Discord's gateway</a>
 */
final class GatewayProtocol {
  private static final int MAX_PAYLOAD_BYTES = 4096;

  /** Bits 0 to 16, 20, 21, 24 and 25: those that Discord lists. */
  private static final int KNOWN_INTENTS = 0x331_FFFF;

  private static final int GUILDS_PER_SHARD = 1_000;
  /** With more, a session is not begun. */
  private static final int MOST_GUILDS_OF_A_SHARD = 2_500;

  private final String token;
  private final World world;
  private final Gateway gateway;
  private final RateLimits rateLimits;
  private final TrafficLog traffic;
  private final Supplier<String> gatewayUrl;
  private int allowedPrivilegedIntents;
  private int recommendedShards;
  private Duration heartbeatInterval = Gateway.HEARTBEAT_INTERVAL;
  private boolean heartbeatsAcknowledged = true;

  GatewayProtocol(String token, World world, Gateway gateway, RateLimits rateLimits, TrafficLog traffic,
      Supplier<String> gatewayUrl) {
    this.token = token;
    this.world = world;
    this.gateway = gateway;
    this.rateLimits = rateLimits;
    this.traffic = traffic;
    this.gatewayUrl = gatewayUrl;
  }

  /** One for every thousand servers, unless told otherwise. */
  int recommendedShards() {
    return recommendedShards > 0
        ? recommendedShards
        : Math.max(1, Math.ceilDiv(world.guilds().size(), GUILDS_PER_SHARD));
  }

  void recommendShards(int shards) {
    recommendedShards = shards;
  }

  /** Tells the sessions that see it of a server that the bot is in from now on. */
  void joined(Guild guild) {
    gateway.sessions().forEach(session -> announce(session, guild));
  }

  /** As switched on in the developer portal; none to begin with. */
  void allowPrivilegedIntents(int intents) {
    allowedPrivilegedIntents = intents & GatewayEvent.PRIVILEGED;
  }

  void announceHeartbeats(Duration interval) {
    heartbeatInterval = interval;
  }

  void acknowledgeHeartbeats(boolean on) {
    heartbeatsAcknowledged = on;
  }

  int allowedPrivilegedIntents() {
    return allowedPrivilegedIntents;
  }

  void onOpen(GatewayConnection connection, @Nullable String version, @Nullable String encoding,
      @Nullable String compress) {
    if (version != null && !version.equals("10") && !version.equals("9")) {
      gateway.close(connection, 4012, "Invalid API version.");
      return;
    }
    if (!isMissingOr(encoding, "json") || !isMissingOr(compress, GatewayConnection.ZLIB_STREAM)) {
      // Discord has no code for this, as it speaks etf and zstd-stream too. Better refused than misunderstood.
      gateway.close(connection, 4002, "The local Discord speaks encoding=json, plain or with compress=zlib-stream.");
      return;
    }
    gateway.opened(connection);
    ObjectNode hello = Json.object().put("op", 10).putNull("s").putNull("t");
    hello.putObject("d").put("heartbeat_interval", heartbeatInterval.toMillis()).putArray("_trace");
    connection.send(hello);
  }

  void onMessage(GatewayConnection connection, String text) {
    if (!connection.isOpen()) {
      return; // was on its way when the connection was closed
    }
    Optional<ObjectNode> decoded = decode(text);
    if (decoded.isEmpty()) {
      undecodable(connection);
      return;
    }
    if (!rateLimits.takeEvent(connection.id())) {
      gateway.close(connection, 4008, "You are being rate limited.");
      return;
    }
    int op = decoded.get().path("op").intValue();
    JsonNode data = decoded.get().path("d");
    traffic.event("client op " + op);
    switch (op) {
      case 1 -> {
        gateway.heartbeat(connection);
        if (heartbeatsAcknowledged) {
          connection.send(Json.object().put("op", 11).putNull("d").putNull("s").putNull("t"));
        }
      }
      case 2 -> identify(connection, data);
      case 6 -> resume(connection, data);
      case 3, 4, 8, 31, 43 -> afterIdentify(connection, op, data);
      default -> gateway.close(connection, 4001, "Unknown opcode.");
    }
  }

  /** For what is not a payload, or not in a text frame. */
  void undecodable(GatewayConnection connection) {
    gateway.close(connection, 4002, "Error while decoding payload.");
  }

  private static Optional<ObjectNode> decode(String text) {
    if (text.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
      return Optional.empty();
    }
    try {
      JsonNode payload = Json.MAPPER.readTree(text);
      return payload instanceof ObjectNode object && isInt(object.path("op"))
          ? Optional.of(object)
          : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private void identify(GatewayConnection connection, JsonNode data) {
    if (connection.session() != null) {
      gateway.close(connection, 4005, "Already authenticated.");
      return;
    }
    if (!data.path("token").isTextual() || !data.path("properties").isObject()) {
      undecodable(connection);
      return;
    }
    if (!bare(data.path("token").asText()).equals(token)) {
      gateway.close(connection, 4004, "Authentication failed.");
      return;
    }
    JsonNode shard = data.path("shard");
    if (!shard.isMissingNode() && !shard.isNull() && !isShard(shard)) {
      gateway.close(connection, 4010, "Invalid shard.");
      return;
    }
    int shardId = shard.path(0).asInt(0);
    int shardCount = shard.path(1).asInt(1);
    long guilds = world.guilds().stream().filter(guild -> GatewaySession.isOf(guild.id(), shardId, shardCount)).count();
    if (guilds > MOST_GUILDS_OF_A_SHARD) {
      gateway.close(connection, 4011, "Sharding required.");
      return;
    }
    JsonNode intents = data.path("intents");
    if (!isInt(intents) || (intents.asInt() & ~KNOWN_INTENTS) != 0) {
      gateway.close(connection, 4013, "Invalid intent(s).");
      return;
    }
    if ((intents.asInt() & GatewayEvent.PRIVILEGED & ~allowedPrivilegedIntents) != 0) {
      gateway.close(connection, 4014, "Disallowed intent(s).");
      return;
    }
    if (data.path("compress").asBoolean()) {
      connection.compressPayloads();
    }
    GatewaySession session = gateway.newSession(shardId, shardCount, intents.asInt());
    connection.bind(session);
    session.attach(connection);
    session.dispatch("READY", ready(session));
    traffic.event("READY");
    world.guilds().forEach(guild -> announce(session, guild));
  }

  private static boolean isShard(JsonNode shard) {
    return shard.size() == 2 && isInt(shard.path(0)) && isInt(shard.path(1))
        && shard.path(0).intValue() >= 0 && shard.path(0).intValue() < shard.path(1).intValue();
  }

  private void announce(GatewaySession session, Guild guild) {
    Member self = guild.members().get(world.bot().id());
    if (self == null) {
      return;
    }
    boolean withMembers = (session.intents() & GatewayEvent.GUILD_MEMBERS) != 0;
    ObjectNode data = guild.toGatewayJson(self, withMembers, world.founded());
    GatewayEvent event = new GatewayEvent("GUILD_CREATE", GatewayEvent.GUILDS, guild.id(), data);
    if (session.wants(event)) {
      session.dispatch(event.name(), data);
      traffic.event(event.name());
    }
  }

  private void resume(GatewayConnection connection, JsonNode data) {
    if (!bare(data.path("token").asText()).equals(token)) {
      gateway.close(connection, 4004, "Authentication failed.");
      return;
    }
    int lastSeen = data.path("seq").asInt(-1);
    Optional<GatewaySession> found = gateway.session(data.path("session_id").asText());
    if (found.isEmpty() || !found.get().canReplayAfter(lastSeen)) {
      connection.send(Json.object().put("op", Gateway.OP_INVALID_SESSION).put("d", false).putNull("s").putNull("t"));
      return;
    }
    GatewaySession session = found.get();
    if (!session.knows(lastSeen)) {
      gateway.close(connection, 4007, "Invalid seq.");
      return;
    }
    GatewayConnection earlier = session.connection();
    if (earlier != null && earlier != connection) {
      gateway.close(earlier, 4000, "Resumed elsewhere.");
    }
    connection.bind(session);
    session.attach(connection);
    session.replayAfter(lastSeen);
    ObjectNode resumed = Json.object();
    resumed.putArray("_trace");
    session.dispatch("RESUMED", resumed);
    traffic.event("RESUMED");
  }

  private void afterIdentify(GatewayConnection connection, int op, JsonNode data) {
    GatewaySession session = connection.session();
    if (session == null) {
      gateway.close(connection, 4003, "Not authenticated.");
      return;
    }
    if (op == 8) {
      sendMembers(session, data);
    }
  }

  private void sendMembers(GatewaySession session, JsonNode request) {
    JsonNode guildId = request.path("guild_id");
    Optional<Guild> found = world.findGuild((guildId.isArray() ? guildId.path(0) : guildId).asLong());
    if (found.isEmpty()) {
      return;
    }
    Guild guild = found.get();
    ObjectNode chunk = Json.object().put("guild_id", Json.id(guild.id())).put("chunk_index", 0).put("chunk_count", 1);
    chunk.set("members", Json.array(guild.members().values().stream().map(Member::toJson).toList()));
    chunk.putArray("not_found");
    if (request.hasNonNull("nonce")) {
      chunk.set("nonce", request.get("nonce"));
    }
    session.dispatch("GUILD_MEMBERS_CHUNK", chunk);
  }

  private ObjectNode ready(GatewaySession session) {
    ObjectNode ready = Json.object().put("v", 10).put("session_id", session.id())
        .put("resume_gateway_url", gatewayUrl.get()).put("session_type", "normal");
    ready.set("user", world.bot().toPrivateJson());
    ready.putArray("shard").add(session.shardId()).add(session.shardCount());
    ready.putObject("application").put("id", Json.id(world.applicationId())).put("flags", 0);
    ready.set("guilds", Json.array(world.guilds().stream()
        .filter(guild -> guild.member(world.bot().id()).isPresent())
        .filter(guild -> session.wants(GatewayEvent.toEverybody("READY", guild.id(), ready)))
        .map(guild -> Json.object().put("id", Json.id(guild.id())).put("unavailable", true)).toList()));
    ready.putArray("private_channels");
    ready.putArray("relationships");
    ready.putArray("presences");
    ready.putObject("user_settings");
    ready.putArray("geo_ordered_rtc_regions");
    ready.putArray("_trace");
    return ready;
  }

  /** Neither text nor a fraction, which Jackson would convert. */
  private static boolean isInt(JsonNode value) {
    return value.isIntegralNumber() && value.canConvertToInt();
  }

  /** Whether a parameter is left out, or the one that there is. */
  private static boolean isMissingOr(@Nullable String given, String known) {
    return given == null || given.equals(known);
  }

  /** Some libraries send the prefix here too, and Discord does not mind. */
  private static String bare(String given) {
    return given.startsWith("Bot ") ? given.substring(4) : given;
  }
}
