package dev.foley.playground.discord;

import io.javalin.config.RoutesConfig;
import io.javalin.websocket.WsContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Connects WebSockets to the gateway's protocol. */
final class GatewaySocket {
  static final String PATH = "/gateway";

  /** Close codes with which a client ends its session instead of only its connection. */
  private static final Set<Integer> GOODBYE = Set.of(1000, 1001);

  /** Above Discord's limit, so that most of what is too long for it is refused with Discord's own code. */
  private static final long MAX_MESSAGE_BYTES = 1 << 20;

  private final Turn turn;
  private final GatewayProtocol protocol;
  private final Gateway gateway;
  private final Faults faults;
  private final Map<String, GatewayConnection> connections = new ConcurrentHashMap<>();

  GatewaySocket(Turn turn, GatewayProtocol protocol, Gateway gateway, Faults faults) {
    this.turn = turn;
    this.protocol = protocol;
    this.gateway = gateway;
    this.faults = faults;
  }

  void register(RoutesConfig config) {
    config.ws(PATH, socket -> {
      socket.onConnect(this::open);
      socket.onMessage(context -> with(context,
          connection -> turn.run(() -> protocol.onMessage(connection, context.message()))));
      socket.onBinaryMessage(context -> with(context,
          connection -> turn.run(() -> protocol.undecodable(connection))));
      socket.onClose(context -> forget(context, GOODBYE.contains(context.status())));
      socket.onError(context -> forget(context, false));
    });
  }

  private void open(WsContext context) {
    if (faults.outage()) {
      context.session.disconnect();
      return;
    }
    String compress = context.queryParam("compress");
    boolean stream = GatewayConnection.ZLIB_STREAM.equals(compress);
    GatewayConnection connection = new GatewayConnection(context,
        stream ? GatewayConnection.Compression.STREAM : GatewayConnection.Compression.NONE);
    context.session.setMaxTextMessageSize(MAX_MESSAGE_BYTES);
    connections.put(context.sessionId(), connection);
    turn.run(() -> protocol.onOpen(connection, context.queryParam("v"), context.queryParam("encoding"), compress));
  }

  private void forget(WsContext context, boolean finished) {
    GatewayConnection connection = connections.remove(context.sessionId());
    if (connection != null) {
      turn.run(() -> gateway.closed(connection, finished));
    }
  }

  private void with(WsContext context, Consumer<GatewayConnection> action) {
    GatewayConnection connection = connections.get(context.sessionId());
    if (connection != null) {
      action.accept(connection);
    }
  }
}
