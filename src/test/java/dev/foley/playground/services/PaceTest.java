package dev.foley.playground.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.playground.server.PlaygroundServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PaceTest {
  @Test
  void isThatOfJobsWhichBeginFromNowOn() {
    Pace pace = new Pace(1);
    JobTimes times = new JobTimes(Duration.ofSeconds(60), Duration.ofSeconds(60), 0, 1).at(pace);
    RandomGenerator random = RandomGenerator.getDefault();

    assertThat(times.draw(random).whole()).isEqualTo(Duration.ofSeconds(60));
    pace.set(20);
    assertThat(times.draw(random).whole()).isEqualTo(Duration.ofSeconds(3));
    assertThatThrownBy(() -> pace.set(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isSetOverHttpWithinReason() throws Exception {
    Pace pace = new Pace(8);
    try (PlaygroundServer server = PlaygroundServer.start(0, List.of(new PaceControl(pace)));
        HttpClient client = HttpClient.newHttpClient()) {
      URI url = URI.create(server.baseUrl() + "/control/pace");

      HttpResponse<String> changed = put(client, url, "{\"timeFactor\": 2.5}");
      assertThat(changed.body()).isEqualTo("{\"timeFactor\":2.5}");
      assertThat(pace.factor()).isEqualTo(2.5);
      for (String wrong : List.of("{\"timeFactor\": 0}", "{\"timeFactor\": 1001}", "{}", "fast")) {
        assertThat(put(client, url, wrong).statusCode()).as(wrong).isEqualTo(400);
      }
      assertThat(pace.factor()).isEqualTo(2.5);
    }
  }

  private static HttpResponse<String> put(HttpClient client, URI url, String body) throws Exception {
    return client.send(HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofString(body)).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
