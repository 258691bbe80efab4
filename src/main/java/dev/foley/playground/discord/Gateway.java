package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The sessions and sockets of bots, and what is done to all of them at once. Guarded by {@link Turn}. */
final class Gateway {
  static final int OP_RECONNECT = 7;
  static final int OP_INVALID_SESSION = 9;
  static final Duration HEARTBEAT_INTERVAL = Duration.ofMillis(41_250);

  /**
   * A healthy client is late by a pause or a slow network, a broken one by a whole heartbeat; half an interval lies
   * between the two. Discord closes after such a silence too, but does not publish how long it waits.
   */
  private static final Duration MAX_SILENCE = HEARTBEAT_INTERVAL.multipliedBy(3).dividedBy(2);

  private static final int MAX_SESSIONS = 100;

  private final InstantSource clock;
  private final RandomGenerator random;
  private final TrafficLog traffic;
  private final Set<GatewayConnection> connections = new LinkedHashSet<>();
  private final Map<String, GatewaySession> sessions = new LinkedHashMap<>();

  private boolean heartbeatsEnforced = true;
  private int begun;

  Gateway(InstantSource clock, RandomGenerator random, TrafficLog traffic) {
    this.clock = clock;
    this.random = random;
    this.traffic = traffic;
  }

  void opened(GatewayConnection connection) {
    connections.add(connection);
    heartbeat(connection);
  }

  void heartbeat(GatewayConnection connection) {
    connection.heartbeatAt(clock.instant());
  }

  /** Counts every silence from now on, also when it is switched on again. */
  void enforceHeartbeats(boolean on) {
    heartbeatsEnforced = on;
    connections.forEach(this::heartbeat);
  }

  /** Closes what has sent no heartbeat for too long (4009); its session may be resumed. */
  void closeSilent() {
    if (!heartbeatsEnforced) {
      return;
    }
    Instant earliest = clock.instant().minus(MAX_SILENCE);
    connections.stream().filter(connection -> connection.lastHeartbeat().isBefore(earliest)).toList()
        .forEach(connection -> close(connection, 4009, "Session timed out."));
  }

  /** Ends the connection, not its session: whatever the client answers, it may come back and resume. */
  void close(GatewayConnection connection, int code, String reason) {
    if (connection.isOpen()) {
      connection.close(code, reason);
      closed(connection, false);
      traffic.event("close " + code);
    }
  }

  /** @param finished whether the client said goodbye, after which its session cannot be resumed */
  void closed(GatewayConnection connection, boolean finished) {
    connections.remove(connection);
    GatewaySession session = connection.session();
    if (session != null && session.connection() == connection) {
      session.detach(clock.instant());
      if (finished) {
        end(session);
      }
    }
    connection.release();
  }

  GatewaySession newSession(int shardId, int shardCount, int intents) {
    while (sessions.size() >= MAX_SESSIONS) {
      sessions.remove(sessions.keySet().iterator().next());
    }
    String id = "%016x%016x".formatted(random.nextLong(), random.nextLong());
    GatewaySession session = new GatewaySession(id, shardId, shardCount, intents);
    sessions.put(id, session);
    begun++;
    return session;
  }

  Optional<GatewaySession> session(String id) {
    return Optional.ofNullable(sessions.get(id)).filter(session -> !session.abandoned(clock.instant()));
  }

  void end(GatewaySession session) {
    sessions.remove(session.id());
  }

  Collection<GatewaySession> sessions() {
    return sessions.values();
  }

  /** How many sessions there have been in all; a resumed one counts once. */
  int begun() {
    return begun;
  }

  /** Sessions whose socket is open at this moment. */
  int connected() {
    return (int) sessions.values().stream().filter(session -> session.connection() != null).count();
  }

  /** Sessions without a socket get it too: they may resume. */
  void dispatch(GatewayEvent event) {
    Instant now = clock.instant();
    sessions.values().removeIf(session -> session.abandoned(now));
    for (GatewaySession session : sessions.values()) {
      if (session.wants(event)) {
        session.dispatch(event.name(), visible(event, session));
      }
    }
    traffic.event(event.name());
  }

  /** Tells every bot to connect again and resume (opcode 7). */
  void requestReconnect() {
    connections.forEach(connection -> connection.send(Json.object().put("op", OP_RECONNECT).putNull("d")
        .putNull("s").putNull("t")));
    traffic.event("RECONNECT");
  }

  /** Declares every session invalid (opcode 9); one that cannot be resumed is forgotten. */
  void invalidate(boolean resumable) {
    for (GatewayConnection connection : connections) {
      GatewaySession session = connection.session();
      if (session != null && !resumable) {
        end(session);
        connection.bind(null);
      }
      connection.send(Json.object().put("op", OP_INVALID_SESSION).put("d", resumable).putNull("s").putNull("t"));
    }
    traffic.event("INVALID_SESSION");
  }

  /** Cuts every connection without a word. */
  void dropAll() {
    List.copyOf(connections).forEach(connection -> {
      connection.drop();
      closed(connection, false);
    });
  }

  void closeAll(int code, String reason) {
    List.copyOf(connections).forEach(connection -> close(connection, code, reason));
  }

  /** Without the privileged intent a bot reads no content but its own and what mentions it. */
  private static ObjectNode visible(GatewayEvent event, GatewaySession session) {
    boolean guildMessage = (event.intents() & GatewayEvent.GUILD_MESSAGES) != 0;
    boolean own = event.data().path("author").path("bot").asBoolean();
    if (!guildMessage || own || (session.intents() & GatewayEvent.MESSAGE_CONTENT) != 0) {
      return event.data();
    }
    ObjectNode hidden = event.data().deepCopy().put("content", "");
    hidden.putArray("embeds");
    hidden.putArray("attachments");
    hidden.putArray("components");
    return hidden;
  }
}
