package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RestWatchTest {
  private record Answered(String route, int status) {}

  private final MockWebServer discord = new MockWebServer();
  private final List<Answered> answered = new CopyOnWriteArrayList<>();
  private final List<Duration> times = new CopyOnWriteArrayList<>();
  private final OkHttpClient http = new OkHttpClient.Builder().addInterceptor(new RestWatch((route, status, took) -> {
    answered.add(new Answered(route, status));
    times.add(took);
  })).build();

  @BeforeEach
  void start() throws Exception {
    discord.start();
  }

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void eachRequestIsToldByItsRouteAloneWithoutIdsAndTokens() throws Exception {
    assertThat(ask("/api/v10/interactions/123/secret/callback?with_response=true", 200)).isEqualTo(200);
    assertThat(ask("/proxy/api/v10/channels/456/messages", 429)).isEqualTo(429);
    assertThat(ask("/attachments/1/2/a.wav", 404)).isEqualTo(404);

    assertThat(answered).containsExactly(new Answered("interactions", 200), new Answered("channels", 429),
        new Answered("other", 404));
    assertThat(times).noneMatch(Duration::isNegative);
  }

  @Test
  void whereNoAnswerComesThatIsToldToo() {
    String url = discord.url("/api/v10/gateway/bot").toString();
    discord.close();

    assertThatIOException().isThrownBy(() -> http.newCall(new Request.Builder().url(url).build()).execute().close());
    assertThat(answered).containsExactly(new Answered("gateway", -1));
  }

  private int ask(String path, int status) throws Exception {
    discord.enqueue(new MockResponse.Builder().code(status).build());
    try (Response response = http.newCall(new Request.Builder().url(discord.url(path)).build()).execute()) {
      return response.code();
    }
  }
}
