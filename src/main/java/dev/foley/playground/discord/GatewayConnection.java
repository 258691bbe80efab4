package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.websocket.WsContext;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** One WebSocket of a bot, and how it wants its payloads. Calls are made in {@link Turn}. */
final class GatewayConnection {
  static final String ZLIB_STREAM = "zlib-stream";

  enum Compression {
    NONE, STREAM, PAYLOAD
  }

  private final WsContext socket;
  private final Deflater deflater = new Deflater();
  private Compression compression;
  private @Nullable GatewaySession session;
  private Instant lastHeartbeat = Instant.MAX;
  private boolean open = true;

  GatewayConnection(WsContext socket, Compression compression) {
    this.socket = socket;
    this.compression = compression;
  }

  /** As asked in IDENTIFY; a stream that is compressed as a whole stays so. */
  void compressPayloads() {
    if (compression == Compression.NONE) {
      compression = Compression.PAYLOAD;
    }
  }

  @Nullable
  GatewaySession session() {
    return session;
  }

  void bind(@Nullable GatewaySession bound) {
    session = bound;
  }

  /** Tells it from all others, also from earlier ones. */
  String id() {
    return socket.sessionId();
  }

  boolean isOpen() {
    return open;
  }

  /** When the client last showed that it lives; its opening counts. */
  Instant lastHeartbeat() {
    return lastHeartbeat;
  }

  void heartbeatAt(Instant now) {
    lastHeartbeat = now;
  }

  void send(ObjectNode payload) {
    if (!open || !socket.session.isOpen()) {
      return;
    }
    byte[] bytes = Json.bytes(payload);
    switch (compression) {
      case NONE -> socket.send(new String(bytes, StandardCharsets.UTF_8));
      case STREAM -> socket.send(ByteBuffer.wrap(deflate(bytes, Deflater.SYNC_FLUSH)));
      case PAYLOAD -> {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        socket.send(ByteBuffer.wrap(deflate(bytes, Deflater.NO_FLUSH)));
      }
    }
  }

  void close(int code, String reason) {
    if (open) {
      socket.closeSession(code, reason);
      release();
    }
  }

  /** As a cable pulled out: no close frame. */
  void drop() {
    socket.session.disconnect();
    release();
  }

  void release() {
    if (open) {
      open = false;
      deflater.end();
    }
  }

  private byte[] deflate(byte[] bytes, int flush) {
    if (flush == Deflater.SYNC_FLUSH) {
      deflater.setInput(bytes);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 2 + 64);
    byte[] buffer = new byte[8192];
    int count;
    do {
      count = deflater.deflate(buffer, 0, buffer.length, flush);
      out.write(buffer, 0, count);
    } while (count == buffer.length || (flush == Deflater.NO_FLUSH && !deflater.finished()));
    return out.toByteArray();
  }
}
