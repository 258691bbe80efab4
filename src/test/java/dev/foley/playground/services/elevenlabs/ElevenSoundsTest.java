package dev.foley.playground.services.elevenlabs;

import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.MUSIC;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.SOUND;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.SPEECH;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.prompt;
import static dev.foley.playground.services.elevenlabs.ElevenLabsFixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.playground.services.Mp3Frames;
import dev.foley.playground.services.Sound;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The three calls that are answered with sound. */
class ElevenSoundsTest {
  private ElevenLabsFixture service = new ElevenLabsFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  private void restart(ElevenPlan plan) {
    service.close();
    service = ElevenLabsFixture.onPlan(plan);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  @Test
  void speechIsAnMp3WithWhatItCostAndHowManyAreUnderWay() {
    HttpResponse<byte[]> answer = service.make(SPEECH, text("One two three four."));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("audio/mpeg");
    assertThat(header(answer, "character-cost")).isEqualTo("19");
    assertThat(header(answer, "request-id")).hasSize(20);
    assertThat(header(answer, "x-trace-id")).isNotEmpty();
    assertThat(header(answer, "current-concurrent-requests")).isEqualTo("1");
    assertThat(header(answer, "maximum-concurrent-requests")).isEqualTo("5");
    Mp3Frames frames = Mp3Frames.read(answer.body());
    assertThat(frames.sampleRate()).isEqualTo(44_100);
    assertThat(frames.bitRate()).isEqualTo(128_000);
    assertThat(frames.channelCount()).isEqualTo(1);
    assertThat(service.tone.rendered()).singleElement()
        .isInstanceOfSatisfying(Sound.Speech.class, speech -> assertThat(speech.voice()).isEqualTo("otto"));
  }

  @ParameterizedTest
  @CsvSource({"pcm_24000, 24000", "pcm_8000, 8000", "pcm_22050, 22050"})
  void rawSamplesAreMonoAndNothingElse(String format, int sampleRate) {
    byte[] samples = service.make(SPEECH + "?output_format=" + format, text("12345678901234567890")).body();
    assertThat(samples).hasSize(sampleRate * 2); // the tone has 50 ms for a letter
  }

  @Test
  void aWavSaysWhatItIs() {
    byte[] wav = service.make(SPEECH + "?output_format=wav_24000", text("12345678901234567890")).body();
    assertThat(new String(wav, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
    assertThat(wav).hasSizeGreaterThan(48_000);
  }

  @Test
  void theSpeedOfAVoiceIsHeard() {
    service.make(SPEECH, "{\"text\":\"x\",\"voice_settings\":{\"speed\":1.2,\"stability\":null}}");
    assertThat(service.tone.rendered()).singleElement()
        .isInstanceOfSatisfying(Sound.Speech.class, speech -> assertThat(speech.speed()).isEqualTo(1.2));
  }

  @Test
  void theSameSeedAndWordsGiveTheSameBytes() {
    String seeded = "{\"text\":\"again\",\"seed\":5}";
    assertThat(service.make(SPEECH, seeded).body()).isEqualTo(service.make(SPEECH, seeded).body());
    assertThat(service.make(SPEECH, text("again")).body()).isNotEqualTo(service.make(SPEECH, text("again")).body());
  }

  @Test
  void neighboursOfATextAreRecorded() {
    service.make(SPEECH + "?enable_logging=true",
        "{\"text\":\"b\",\"previous_text\":\"a\",\"next_text\":\"c\",\"previous_request_ids\":[\"r1\",\"r2\"]}");
    ReceivedRequest seen = service.api.received().getLast();
    assertThat(seen.path()).isEqualTo(SPEECH);
    assertThat(seen.query()).isEqualTo(Map.of("enable_logging", "true"));
    assertThat(seen.body().path("previous_text").asText()).isEqualTo("a");
    assertThat(seen.body().path("next_text").asText()).isEqualTo("c");
    assertThat(seen.body().path("previous_request_ids")).hasSize(2);
    assertThat(service.send(java.net.http.HttpRequest.newBuilder(
        service.uri(SimulatedElevenLabs.CONTROL_PATH + "/requests"))).body()).contains("\"next_text\":\"c\"");
  }

  @Test
  void fastModelsCostHalf() {
    HttpResponse<byte[]> answer = service.make(SPEECH, "{\"text\":\"12345\",\"model_id\":\"eleven_flash_v2_5\"}");
    assertThat(header(answer, "character-cost")).isEqualTo("3");
    assertThat(header(answer, "maximum-concurrent-requests")).isEqualTo("10");
  }

  @Test
  void anEffectHasTheLengthAskedForAndCostsBySecond() {
    HttpResponse<byte[]> answer = service.make(SOUND + "?output_format=pcm_16000",
        "{\"text\":\"rain\",\"duration_seconds\":0.5,\"loop\":true,\"prompt_influence\":1}");
    assertThat(answer.body()).hasSize(16_000 / 2 * 4);
    assertThat(header(answer, "character-cost")).isEqualTo("20");
    assertThat(service.tone.rendered()).singleElement().isInstanceOfSatisfying(Sound.Effect.class,
        effect -> assertThat(effect.loop()).isTrue());
  }

  @Test
  void anEffectWithoutALengthGetsOne() {
    assertThat(Mp3Frames.read(service.make(SOUND, text("rain")).body()).seconds()).isBetween(2.0, 6.2);
  }

  @ParameterizedTest
  @CsvSource({"music_v1, 44100, 128000", "music_v2, 48000, 192000", "music_v2_5, 48000, 192000"})
  void musicIsNamedAndInTheFormatOfItsModel(String model, int sampleRate, int bitRate) {
    HttpResponse<byte[]> answer = service.make(MUSIC,
        "{\"prompt\":\"techno\",\"music_length_ms\":3000,\"model_id\":\"" + model + "\"}");
    Mp3Frames frames = Mp3Frames.read(answer.body());
    assertThat(frames.sampleRate()).isEqualTo(sampleRate);
    assertThat(frames.bitRate()).isEqualTo(bitRate);
    assertThat(frames.seconds()).isBetween(3.0, 3.2);
    assertThat(header(answer, "song-id")).isNotEmpty();
    assertThat(header(answer, "character-cost")).isEqualTo("45");
    assertThat(header(answer, "Content-Type")).isEqualTo("audio/mpeg");
  }

  @Test
  void aPlanOfSectionsIsMusicOfTheirLength() {
    HttpResponse<byte[]> answer = service.make(MUSIC + "?output_format=pcm_16000", """
        {"seed":1,"composition_plan":{"positive_global_styles":["calm"],"negative_global_styles":[],"sections":[
          {"section_name":"a","positive_local_styles":["flute"],"negative_local_styles":[],"duration_ms":3000,"lines":[]},
          {"section_name":"b","positive_local_styles":[],"negative_local_styles":[],"duration_ms":4000,"lines":["la"]}]}}
        """);
    assertThat(answer.body()).hasSize(16_000 * 7 * 4);
    assertThat(service.tone.rendered()).singleElement().isInstanceOfSatisfying(Sound.Music.class, music -> {
      assertThat(music.prompt()).isEqualTo("calm, flute");
      assertThat(music.exactly()).isEqualTo(Duration.ofSeconds(7));
    });
  }

  @ParameterizedTest
  @CsvSource({"FREE, pcm_44100, 403", "CREATOR, pcm_44100, 403", "CREATOR, wav_44100, 403", "PRO, pcm_44100, 200",
      "PRO, wav_44100, 200", "STARTER, mp3_44100_192, 403", "CREATOR, mp3_44100_192, 200", "FREE, pcm_24000, 200",
      "FREE, mp3_44100_128, 200"})
  void someFormatsNeedALargerPlan(ElevenPlan plan, String format, int status) {
    restart(plan);
    HttpResponse<String> answer = service.refusal(SPEECH + "?output_format=" + format, text("x"));
    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(ElevenLabsFixture.detail(answer, "code")).isEqualTo("subscription_required");
      assertThat(ElevenLabsFixture.detail(answer, "type")).isEqualTo("authorization_error");
    }
  }

  @Test
  void theFreePlanHasNoMusicAndNotEveryVoice() {
    restart(ElevenPlan.FREE);
    assertThat(service.refusal(MUSIC, prompt("x")).statusCode()).isEqualTo(403);
    HttpResponse<String> voice = service.refusal("/v1/text-to-speech/Va8gMh2SoR6uAz9PxY3u", text("x"));
    assertThat(voice.statusCode()).isEqualTo(403);
    assertThat(ElevenLabsFixture.detail(voice, "code")).isEqualTo("voice_access_denied");
  }
}
