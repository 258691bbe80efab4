package dev.foley.playground.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.foley.playground.discord.LocalDiscord;
import dev.foley.playground.discord.LocalDiscordSettings;
import dev.foley.playground.server.PlaygroundServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** The page on a local Discord, without a browser; for one test. */
final class ServedPage implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  final LocalDiscord discord = new LocalDiscord(LocalDiscordSettings.defaults());
  final PlaygroundPage page = new PlaygroundPage(discord);
  final PlaygroundServer server = PlaygroundServer.start(0, List.of(discord, page));
  final HttpClient client = HttpClient.newHttpClient();

  URI url(String path) {
    return URI.create(server.baseUrl() + path);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  /** @param origin as a browser would send it; empty for none */
  HttpResponse<String> post(String path, String origin) throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url(path)).POST(HttpRequest.BodyPublishers.noBody());
    if (!origin.isEmpty()) {
      request.header("Origin", origin);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  FeedReader feed(String member) {
    return FeedReader.open(client, URI.create("ws" + url("/page/feed?as=" + member).toString().substring(4)));
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow(); // close would wait for feeds that nobody ends
    server.close();
  }
}
