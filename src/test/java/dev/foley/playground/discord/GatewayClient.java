package dev.foley.playground.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** A bare gateway client: sends what a test says and hands out what arrives, in order. */
final class GatewayClient implements AutoCloseable, WebSocket.Listener {
  private static final long PATIENCE_SECONDS = 5;

  private final HttpClient http = HttpClient.newHttpClient();
  private final BlockingQueue<JsonNode> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private final Inflater inflater = new Inflater();
  private final WebSocket socket;

  GatewayClient(URI url) {
    socket = http.newWebSocketBuilder().buildAsync(url, this).join();
  }

  void send(ObjectNode payload) {
    socket.sendText(payload.toString(), true).join();
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

  int closeCode() throws Exception {
    return closeCode.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  void drop() {
    socket.abort();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      accept(text.toString());
      text.setLength(0);
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket webSocket, ByteBuffer data, boolean last) {
    byte[] bytes = new byte[data.remaining()];
    data.get(bytes);
    binary.writeBytes(bytes);
    if (last) {
      accept(inflate(binary.toByteArray()));
      binary.reset();
    }
    webSocket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
    closeCode.complete(statusCode);
    return null;
  }

  @Override
  public void onError(WebSocket webSocket, Throwable error) {
    closeCode.complete(1006);
  }

  @Override
  public void close() {
    socket.abort();
    http.shutdownNow();
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
