package dev.foley.playground.services.elevenlabs;

import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElevenAccountTest {
  private final ElevenLabsFixture service = new ElevenLabsFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void voicesComeInPages() {
    List<String> ids = new ArrayList<>();
    String path = "/v2/voices";
    for (int page = 0; page < 10 && !path.isEmpty(); page++) {
      JsonNode answer = json(service.get(path));
      assertThat(answer.path("voices").size()).isLessThanOrEqualTo(10);
      assertThat(answer.path("total_count").asInt()).isEqualTo(ElevenVoice.ALL.size());
      answer.path("voices").forEach(voice -> ids.add(voice.path("voice_id").asText()));
      path = answer.path("has_more").asBoolean()
          ? "/v2/voices?next_page_token=" + answer.path("next_page_token").asText()
          : "";
    }
    assertThat(ids).doesNotHaveDuplicates().containsExactlyElementsOf(
        ElevenVoice.ALL.stream().map(ElevenVoice::id).toList()).hasSizeGreaterThan(20);
    assertThat(json(service.get("/v1/voices")).path("voices")).hasSameSizeAs(ids);
  }

  @ParameterizedTest
  @CsvSource({"page_size=0", "page_size=101", "page_size=x", "sort=age", "category=none"})
  void aPageThatTheSchemaDoesNotAllowIsRefused(String query) {
    assertThat(service.get("/v2/voices?" + query).statusCode()).isEqualTo(422);
  }

  @Test
  void aTokenOfAnotherServiceIsRefused() {
    assertThat(service.get("/v2/voices?next_page_token=abc").statusCode()).isEqualTo(400);
    assertThat(service.get("/v2/voices?next_page_token=%21%21").statusCode()).isEqualTo(400);
  }

  @Test
  void voicesCanBeSearchedAndSorted() {
    JsonNode answer = json(service.get("/v2/voices?search=BRITISH&sort=name&sort_direction=desc&page_size=2"));
    assertThat(answer.path("total_count").asInt()).isEqualTo(5);
    assertThat(answer.at("/voices/0/name").asText()).isEqualTo("Tamsin");
    assertThat(answer.at("/voices/0/labels/accent").asText()).isEqualTo("british");
  }

  @Test
  void everyVoiceHasAnIdOfTheUsualLength() {
    assertThat(ElevenVoice.ALL).allSatisfy(voice -> assertThat(voice.id()).hasSize(20));
  }

  @Test
  void theSubscriptionIsRenewedOnTheFirstOfTheNextMonth() {
    JsonNode answer = json(service.get("/v1/user/subscription"));
    assertThat(answer.path("tier").asText()).isEqualTo("creator");
    assertThat(answer.path("character_limit").asLong()).isEqualTo(100_000);
    assertThat(answer.path("character_count").asLong()).isZero();
    assertThat(answer.path("next_character_count_reset_unix").asLong()).isEqualTo(1_796_083_200L);
  }

  @Test
  void anythingElseIsNotFound() {
    assertThat(service.get("/v1/dubbing").statusCode()).isEqualTo(404);
    assertThat(json(service.get("/v1/dubbing")).path("detail").asText()).isEqualTo("Not Found");
  }
}
