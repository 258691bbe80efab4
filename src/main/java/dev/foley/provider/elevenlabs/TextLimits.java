package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ServiceTransport;
import java.util.HashMap;
import java.util.Map;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * How many characters a model takes in one request. Thread-safe.
 *
 * <p>The published limits have grown before, so the service is asked ({@code GET /v1/models}) once there is a text beyond
 * them: what it says may save parts. If it says nothing, the published ones hold.
 */
final class TextLimits {
  private static final Map<String, Integer> PUBLISHED = Map.of(
      "eleven_v3", 3_000,
      "eleven_multilingual_v2", 10_000, "eleven_multilingual_v1", 10_000,
      "eleven_flash_v2_5", 40_000, "eleven_turbo_v2_5", 40_000,
      "eleven_flash_v2", 30_000, "eleven_turbo_v2", 30_000);
  /** For a model that we do not know: the least of all. */
  private static final int LEAST = 3_000;
  private static final int CREDIBLE_LEAST = 100;
  private static final int CREDIBLE_MOST = 1_000_000;

  private final ServiceTransport transport;
  private final HttpUrl url;
  private volatile Map<String, Integer> stated = Map.of();

  TextLimits(ServiceTransport transport, HttpUrl base) {
    this.transport = transport;
    this.url = base.newBuilder().addPathSegments("v1/models").build();
  }

  /** @param length of the text that is to be spoken */
  int of(String model, int length) {
    int published = PUBLISHED.getOrDefault(model, LEAST);
    if (length <= published) {
      return published;
    }
    if (stated.isEmpty()) {
      stated = ask();
    }
    return stated.getOrDefault(model, published);
  }

  private Map<String, Integer> ask() {
    Answer answer;
    try {
      answer = transport.ask(new Request.Builder().url(url), "models", Answer::of);
    } catch (ProviderException unanswered) { // logged where it happened; nothing depends on it
      return Map.of();
    }
    Map<String, Integer> limits = new HashMap<>();
    for (JsonNode model : answer.successful() ? answer.json() : JsonBody.NOTHING) {
      int limit = model.path("maximum_text_length_per_request").asInt(0);
      if (limit >= CREDIBLE_LEAST && limit <= CREDIBLE_MOST) {
        limits.put(model.path("model_id").asText(), limit);
      }
    }
    return Map.copyOf(limits);
  }
}
