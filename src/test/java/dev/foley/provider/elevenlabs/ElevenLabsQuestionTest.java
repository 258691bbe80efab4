package dev.foley.provider.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.provider.Balance;
import dev.foley.provider.CostUnit;
import dev.foley.provider.ProviderException;
import dev.foley.provider.ProviderException.Kind;
import dev.foley.provider.Voice;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked without being charged: voices and the account. */
class ElevenLabsQuestionTest {
  @TempDir
  private Path directory;
  private ElevenLabsFixture service;

  @BeforeEach
  void start() throws IOException {
    service = new ElevenLabsFixture(directory);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private static String page(String voices, String rest) {
    return "{\"voices\":[" + voices + "],\"total_count\":3," + rest + "}";
  }

  @Test
  void voicesAreReadPageByPage() throws Exception {
    service.answer(ElevenLabsFixture.json(200, page("""
        {"voice_id":"a1","name":"George","labels":{"accent":"british","gender":"male","age":"middle_aged",
         "descriptive":"warm","use_case":"narration","language":"en"}},
        {"name":"without id"}, null, {"voice_id":"../x","name":"odd"}""",
        "\"has_more\":true,\"next_page_token\":\"t 1\"")));
    service.answer(ElevenLabsFixture.json(200, page("""
        {"voice_id":"b2","name":null,"labels":null,"description":"calm"},{"voice_id":"a1","name":"again"},
        {"voice_id":"c3","name":"Ada","labels":{"gender":5}}""", "\"has_more\":false,\"next_page_token\":null")));

    assertThat(service.provider().voices()).containsExactly(
        new Voice("a1", "George", "male, middle aged, british, warm, narration"), new Voice("b2", "b2", "calm"),
        new Voice("c3", "Ada", ""));
    assertThat(service.next().getUrl().encodedQuery()).isEqualTo("page_size=100");
    assertThat(service.next().getUrl().queryParameter("next_page_token")).isEqualTo("t 1");
  }

  @Test
  void aListWithoutEndHasTenPages() throws Exception {
    for (int i = 0; i < 12; i++) {
      service.answer(ElevenLabsFixture.json(200,
          page("{\"voice_id\":\"v" + i + "\",\"name\":\"n\"}", "\"has_more\":true,\"next_page_token\":\"t\"")));
    }
    assertThat(service.provider().voices()).hasSize(10);
    assertThat(service.server.getRequestCount()).isEqualTo(10);
  }

  @ParameterizedTest
  @CsvSource({"401, invalid_api_key, UNAUTHORIZED", "401, quota_exceeded, UNAVAILABLE", "403, x, UNAVAILABLE",
      "429, system_busy, THROTTLED", "503, x, UNAVAILABLE", "500, x, UNAVAILABLE", "404, x, INVALID_RESPONSE",
      "302, x, INVALID_RESPONSE"})
  void failuresAreToldApart(int status, String code, Kind kind) {
    service.answer(ElevenLabsFixture.error(status, code));
    service.answer(ElevenLabsFixture.error(status, code));
    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider().voices()).kind()).isEqualTo(kind);
    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider().balance()).kind())
        .isEqualTo(kind);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html></html>", "[]", "null", "{}", "{\"voices\":null}", "{\"voices\":\"x\"}"})
  void aListThatIsNoneIsSaidToBeSo(String body) {
    service.answer(ElevenLabsFixture.json(200, body));
    assertThat(catchThrowableOfType(ProviderException.class, () -> service.provider().voices()).kind())
        .isEqualTo(Kind.INVALID_RESPONSE);
  }

  @Test
  void theBalanceIsWhatTheMonthStillHas() throws Exception {
    service.answer(ElevenLabsFixture.json(200,
        "{\"character_count\":17231,\"character_limit\":100000,\"next_character_count_reset_unix\":1738356858}"));
    assertThat(service.provider().balance()).hasValue(new Balance(new BigDecimal("82769"), CostUnit.ELEVENLABS_CREDITS,
        Optional.of(Instant.ofEpochSecond(1_738_356_858L))));
  }

  /** As is usual of a key that may speak and do nothing else. */
  @Test
  void aKeyThatMayNotAskIsNotAWrongOne() throws Exception {
    service.answer(ElevenLabsFixture.json(401,
        "{\"detail\":{\"status\":\"missing_permissions\",\"message\":\"The key is missing the permission user_read.\"}}"));
    assertThat(service.provider().balance()).isEmpty();
  }

  @Test
  void anOverdrawnAccountHasNothing() throws Exception {
    service.answer(ElevenLabsFixture.json(200,
        "{\"character_count\":11,\"character_limit\":10,\"next_character_count_reset_unix\":null}"));
    assertThat(service.provider().balance())
        .hasValue(new Balance(BigDecimal.ZERO, CostUnit.ELEVENLABS_CREDITS, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<html>", "[]", "{}", "{\"character_limit\":\"10\",\"character_count\":1}",
      "{\"character_limit\":1e99,\"character_count\":1}", "{\"character_limit\":null,\"character_count\":1}"})
  void anAccountThatSaysNothingUsableIsNone(String body) throws Exception {
    service.answer(ElevenLabsFixture.json(200, body));
    assertThat(service.provider().balance()).isEmpty();
  }
}
