package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What survives a lost connection: the sequence and the latest events, which RESUME replays. Guarded by {@link Turn}.
 */
final class GatewaySession {
  /** A client that missed more must identify again, as with Discord's own bounded buffer. */
  private static final int MAX_REPLAY = 2_000;

  /** Discord does not say; a few minutes are what is observed. */
  private static final Duration RESUME_WITHIN = Duration.ofMinutes(3);

  private final String id;
  private final int shardId;
  private final int shardCount;
  private final int intents;
  private final Deque<ObjectNode> sent = new ArrayDeque<>();
  private int sequence;
  private Instant detachedAt = Instant.MAX.minus(RESUME_WITHIN);
  private @Nullable GatewayConnection connection;

  GatewaySession(String id, int shardId, int shardCount, int intents) {
    this.id = id;
    this.shardId = shardId;
    this.shardCount = shardCount;
    this.intents = intents;
  }

  String id() {
    return id;
  }

  int shardId() {
    return shardId;
  }

  int shardCount() {
    return shardCount;
  }

  int intents() {
    return intents;
  }

  @Nullable
  GatewayConnection connection() {
    return connection;
  }

  void attach(GatewayConnection attached) {
    connection = attached;
  }

  void detach(Instant now) {
    connection = null;
    detachedAt = now;
  }

  /** Whether nobody has come back for it in time. */
  boolean abandoned(Instant now) {
    return connection == null && now.isAfter(detachedAt.plus(RESUME_WITHIN));
  }

  /** @param guildId 0 for what is of no server, such as direct messages */
  static boolean isOf(long guildId, int shardId, int shardCount) {
    return guildId == 0 ? shardId == 0 : (guildId >>> 22) % shardCount == shardId;
  }

  boolean wants(GatewayEvent event) {
    boolean shard = isOf(event.guildId(), shardId, shardCount);
    return shard && (event.intents() == 0 || (event.intents() & intents) != 0);
  }

  void dispatch(String name, ObjectNode data) {
    ObjectNode payload = Json.object().put("op", 0).put("s", ++sequence).put("t", name);
    payload.set("d", data);
    sent.addLast(payload);
    if (sent.size() > MAX_REPLAY) {
      sent.removeFirst();
    }
    if (connection != null) {
      connection.send(payload);
    }
  }

  boolean canReplayAfter(int lastSeen) {
    int oldest = sent.isEmpty() ? sequence + 1 : sent.getFirst().path("s").asInt();
    return lastSeen >= oldest - 1;
  }

  boolean knows(int lastSeen) {
    return lastSeen >= 0 && lastSeen <= sequence;
  }

  void replayAfter(int lastSeen) {
    GatewayConnection target = connection;
    if (target != null) {
      sent.stream().filter(payload -> payload.path("s").asInt() > lastSeen).forEach(target::send);
    }
  }
}
