package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.ServiceTransport;
import dev.foley.provider.Voice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** {@code GET /v2/voices}, page after page. Thread-safe. */
final class VoiceList {
  private static final int PAGE_SIZE = 100;
  /** More voices than anybody scrolls through. */
  private static final int MAX_PAGES = 10;
  /** The older name and the newer one of the same label are both seen. */
  private static final List<String> TELLING_LABELS = List.of("gender", "age", "accent", "descriptive", "description",
      "use_case");

  private final ServiceTransport transport;
  private final HttpUrl url;
  private final ServiceErrors errors;

  VoiceList(ServiceTransport transport, HttpUrl base, ServiceErrors errors) {
    this.transport = transport;
    this.url = base.newBuilder().addPathSegments("v2/voices")
        .addQueryParameter("page_size", Integer.toString(PAGE_SIZE)).build();
    this.errors = errors;
  }

  /** @throws ProviderException if any page could not be had */
  List<Voice> all() throws ProviderException {
    Map<String, Voice> voices = new LinkedHashMap<>();
    Optional<String> token = Optional.empty();
    for (int page = 0; page < MAX_PAGES; page++) {
      JsonNode answer = page(token);
      answer.path("voices").forEach(voice -> read(voice).ifPresent(known -> voices.putIfAbsent(known.id(), known)));
      token = JsonBody.text(answer.path("next_page_token"));
      if (!answer.path("has_more").asBoolean(false) || token.isEmpty()) {
        break;
      }
    }
    return List.copyOf(voices.values());
  }

  private JsonNode page(Optional<String> token) throws ProviderException {
    HttpUrl.Builder page = url.newBuilder();
    token.ifPresent(value -> page.addQueryParameter("next_page_token", value));
    Answer answer = transport.ask(new Request.Builder().url(page.build()), "voices", Answer::of);
    if (!answer.successful()) {
      throw errors.toQuestion(answer);
    }
    JsonNode body = answer.json();
    if (!body.path("voices").isArray()) {
      throw new ProviderException(Kind.INVALID_RESPONSE, answer + " without voices");
    }
    return body;
  }

  private static Optional<Voice> read(JsonNode voice) {
    Optional<String> id = JsonBody.text(voice.path("voice_id")).filter(VoiceId::isOne);
    return id.map(known -> new Voice(known, JsonBody.text(voice.path("name")).orElse(known), description(voice)));
  }

  private static String description(JsonNode voice) {
    List<String> words = new ArrayList<>();
    for (String label : TELLING_LABELS) {
      JsonBody.text(voice.path("labels").path(label)).map(text -> text.replace('_', ' '))
          .filter(text -> !words.contains(text)).ifPresent(words::add);
    }
    return words.isEmpty() ? JsonBody.text(voice.path("description")).orElse("") : String.join(", ", words);
  }
}
