package dev.foley.playground.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Reads what a page is told. */
final class FeedReader implements WebSocket.Listener {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final List<JsonNode> told = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final StringBuilder partial = new StringBuilder();

  static FeedReader open(HttpClient client, URI address) {
    FeedReader reader = new FeedReader();
    WebSocket _ = client.newWebSocketBuilder().buildAsync(address, reader).join();
    return reader;
  }

  /** The bodies of this type so far. */
  List<JsonNode> told(String type) {
    return told.stream().filter(event -> event.path("type").asText().equals(type)).map(event -> event.path("body"))
        .toList();
  }

  /** Waits for the first body of this type that fits. */
  JsonNode await(String type, Predicate<JsonNode> fits) {
    return Awaitility.await().atMost(PATIENCE)
        .until(() -> told(type).stream().filter(fits).findFirst(), Optional::isPresent).orElseThrow();
  }

  /** Waits until a message with this text has been told of, and gives it. */
  JsonNode awaitMessage(String content) {
    JsonNode body = await("messages", messages -> messages.findValuesAsText("content").contains(content));
    for (JsonNode message : body.path("messages")) {
      if (message.path("content").asText().equals(content)) {
        return message;
      }
    }
    throw new AssertionError("no message " + content + " in " + body);
  }

  int closeCode() {
    return closed.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      told.add(ServedPage.json(partial.toString()));
      partial.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    closed.complete(code);
    return null;
  }
}
