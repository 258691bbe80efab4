package dev.foley.playground.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * A bare gateway client: sends what a test says and hands out what arrives, in order. On OkHttp, since the JDK's
 * WebSocket (25) overlooks one in five connections that the server cuts without a close frame.
 */
final class GatewayClient extends WebSocketListener implements AutoCloseable {
  private record Closing(int code, String reason) {}

  private static final long PATIENCE_SECONDS = 5;

  private final OkHttpClient http = new OkHttpClient();
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closing> closing = new CompletableFuture<>();
  private final Inflater inflater = new Inflater();
  private final WebSocket socket;

  GatewayClient(URI url) {
    socket = http.newWebSocket(new Request.Builder().url(url.toString()).build(), this);
  }

  void send(ObjectNode payload) {
    boolean _ = socket.send(payload.toString());
  }

  void sendText(String text) {
    boolean _ = socket.send(text);
  }

  void sendBinary(String text) {
    boolean _ = socket.send(ByteString.encodeUtf8(text));
  }

  void heartbeat() {
    send(Json.object().put("op", 1).putNull("d"));
  }

  void identify(String token, int intents) {
    ObjectNode payload = Json.object().put("op", 2);
    payload.putObject("d").put("token", token).put("intents", intents).putObject("properties");
    send(payload);
  }

  void resume(String token, String sessionId, int sequence) {
    ObjectNode payload = Json.object().put("op", 6);
    payload.putObject("d").put("token", token).put("session_id", sessionId).put("seq", sequence);
    send(payload);
  }

  /** The next payload. */
  JsonNode next() throws InterruptedException {
    JsonNode payload = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (payload == null) {
      throw new AssertionError("the gateway sent nothing");
    }
    return payload;
  }

  /** The next event of this name, or payload of this opcode; what came before it is dropped. */
  JsonNode next(String eventOrOp) throws InterruptedException {
    while (true) {
      JsonNode payload = next();
      if (payload.path("t").asText().equals(eventOrOp) || payload.path("op").asText().equals(eventOrOp)) {
        return payload;
      }
    }
  }

  /** 1006 if the connection was cut without a code. */
  int closeCode() throws Exception {
    return closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS).code();
  }

  String closeReason() throws Exception {
    return closing.get(PATIENCE_SECONDS, TimeUnit.SECONDS).reason();
  }

  void drop() {
    socket.cancel();
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    accept(text);
  }

  @Override
  public void onMessage(WebSocket webSocket, ByteString bytes) {
    accept(inflate(bytes.toByteArray()));
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    closing.complete(new Closing(code, reason));
    boolean _ = webSocket.close(1000, null);
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
    closing.complete(new Closing(1006, ""));
  }

  @Override
  public void close() {
    socket.cancel();
    http.dispatcher().executorService().shutdown();
    inflater.end();
  }

  private String inflate(byte[] bytes) {
    inflater.setInput(bytes);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try {
      for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
        out.write(buffer, 0, count);
      }
    } catch (DataFormatException e) {
      throw new AssertionError("not the stream that was begun", e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private void accept(String payload) {
    try {
      received.add(Json.MAPPER.readTree(payload));
    } catch (JsonProcessingException e) {
      throw new AssertionError("not JSON: " + payload, e);
    }
  }
}
