package dev.foley.playground.conformance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConformanceRecorderTest {
  private final MockWebServer discord = new MockWebServer();
  private final HttpClient client = HttpClient.newHttpClient();
  private ConformanceRecorder recorder;

  @BeforeAll
  static void needsTheExtract() {
    DiscordOpenApi.load();
  }

  @BeforeEach
  void start() throws IOException {
    discord.start();
    recorder = ConformanceRecorder.start(discord.url("").uri());
  }

  @AfterEach
  void stop() {
    recorder.close();
    client.close();
    discord.close();
  }

  @Test
  void passesRequestsAndAnswersOnUnchanged() throws Exception {
    discord.enqueue(new MockResponse.Builder().code(429).addHeader("Content-Type", "application/json")
        .addHeader("Retry-After", "3").body("""
            {"code": 0, "message": "Slower.", "retry_after": 2.5, "global": false}""").build());

    HttpResponse<String> answer = send("PATCH", "/api/v10/webhooks/1/t/messages/%40original?thread_id=7", """
        {"content": "ü"}""");

    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(answer.headers().allValues("Retry-After")).containsExactly("3");
    assertThat(answer.headers().allValues("Content-Type")).containsExactly("application/json");
    assertThat(answer.body()).contains("Slower.");
    RecordedRequest request = discord.takeRequest();
    assertThat(request.getRequestLine())
        .isEqualTo("PATCH /api/v10/webhooks/1/t/messages/%40original?thread_id=7 HTTP/1.1");
    assertThat(request.getHeaders().get("Authorization")).isEqualTo("Bot playground");
    assertThat(Objects.requireNonNull(request.getBody()).string(UTF_8)).isEqualTo("""
        {"content": "ü"}""");
    assertThat(recorder.problems()).isEmpty();
  }

  @Test
  void listsWhatIsWrongOnEitherSide() throws Exception {
    for (int i = 0; i < 2; i++) {
      discord.enqueue(new MockResponse.Builder().code(403).addHeader("Content-Type", "application/json")
          .body("""
              {"message": "Missing Permissions"}""").build());
      send("POST", "/api/v10/channels/" + (i + 1) + "/messages", """
          {"content": 7}""");
    }

    assertThat(recorder.operations()).containsExactly(entry("POST /channels/{channel_id}/messages → 403", 2L));
    assertThat(recorder.problems()).hasSize(2).allMatch(problem -> problem.endsWith("(2 times)"))
        .anySatisfy(problem -> assertThat(problem)
            .startsWith("POST /channels/{channel_id}/messages → 403: request /content:"))
        .anySatisfy(problem -> assertThat(problem)
            .startsWith("POST /channels/{channel_id}/messages → 403: answer /:").contains("'code'"));
  }

  @Test
  void recordsNothingButTheApi() throws Exception {
    discord.enqueue(new MockResponse.Builder().code(200).addHeader("Content-Type", "audio/wav").body("RIFF").build());

    assertThat(send("GET", "/attachments/1/2/a.wav", "").body()).isEqualTo("RIFF");

    assertThat(recorder.operations()).isEmpty();
  }

  @Test
  void dropsTheConnectionWhereDiscordDoes() {
    discord.enqueue(new MockResponse.Builder().onRequestStart(new SocketEffect.CloseSocket()).build());

    assertThatIOException().isThrownBy(() -> send("POST", "/api/v10/channels/1/messages", "{}"));

    assertThat(recorder.operations()).isEmpty();
  }

  private HttpResponse<String> send(String method, String path, String json) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(recorder.baseUrl().resolve(path))
        .method(method, json.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
        .header("Content-Type", "application/json").header("Authorization", "Bot playground").build();
    return client.send(request, BodyHandlers.ofString());
  }
}
