package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.Mp3Frames;
import dev.foley.playground.services.ServiceObservations;
import dev.foley.playground.services.Sound;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is special about each model besides the first; that it keeps to its schema is in {@link AimlContractTest}. */
class AimlModelsTest {
  private final AimlApiFixture service = new AimlApiFixture();

  @AfterEach
  void stop() {
    service.close();
  }

  /** The finished job, as a poll tells it. */
  private JsonNode finished(String body) {
    String id = json(service.submit(body)).path("id").asText();
    service.clock.advance(LONG);
    return json(service.poll(id));
  }

  private HttpResponse<byte[]> file(JsonNode job) {
    return service.download(URI.create(job.at("/audio_file/url").asText()));
  }

  private static String song(String model, String lyrics) {
    return """
        {"model":"%s","prompt":"a slow waltz","lyrics":"%s"}""".formatted(model, lyrics);
  }

  @Test
  void elevenMusicIsAnMp3OfTheLengthAskedForAndPaidByTheSecond() {
    JsonNode job = finished("""
        {"model":"elevenlabs/eleven_music","prompt":"x","music_length_ms":10500}""");
    assertThat(job.at("/meta/usage/credits_used").asLong()).isEqualTo(11 * 34_000);
    HttpResponse<byte[]> file = file(job);
    assertThat(file.headers().firstValue("content-type")).contains("audio/mpeg");
    Mp3Frames frames = Mp3Frames.read(file.body());
    assertThat(frames.seconds()).isCloseTo(10.5, within(0.1));
    assertThat(frames.bitRate()).isEqualTo(128_000);
    assertThat(frames.sampleRate()).isEqualTo(44_100);
  }

  @Test
  void lyriaHasItsOwnLengthAndRate() throws Exception {
    JsonNode job = finished("""
        {"model":"google/lyria2","prompt":"x"}""");
    HttpResponse<byte[]> file = file(job);
    assertThat(file.headers().firstValue("content-type")).contains("audio/wav");
    assertThat(file.body()).hasSize(job.at("/audio_file/file_size").asInt());
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.body()))) {
      assertThat(audio.getFormat().getSampleRate()).isEqualTo(48_000);
      assertThat(audio.getFormat().getChannels()).isEqualTo(2);
      assertThat(audio.getFrameLength()).isEqualTo(1_572_864);
    }
  }

  @Test
  void lyriaMakesTheSameOfTheSameSeedAndKeepsAwayFromWhatIsNotWanted() {
    finished("""
        {"model":"google/lyria2","prompt":"dawn","negative_prompt":"drums","seed":7}""");
    finished("""
        {"model":"google/lyria2","prompt":"dawn","negative_prompt":"drums","seed":7}""");
    assertThat(service.tone.rendered()).containsOnly(
        new Sound.Music("dawn, no drums", Duration.ofMillis(32_768), 7));
  }

  @ParameterizedTest
  @CsvSource({"minimax/music-1.5,mp3,44100,audio/mpeg", "minimax/music-2.0,wav,16000,audio/wav",
      "minimax/music-2.6,pcm,24000,audio/pcm", "minimax/music-2.6,mp3,32000,audio/mpeg"})
  void aSongComesInTheFormAskedForAndIsDescribed(String model, String format, int rate, String contentType)
      throws Exception {
    JsonNode job = finished(song(model, "la la la la la").replace("}", ",\"audio_setting\":{\"format\":\"" + format
        + "\",\"audio_sample_rate\":" + rate + ",\"bitrate\":64000}}"));
    JsonNode info = job.path("extra_info");
    assertThat(info.path("music_sample_rate").asInt()).isEqualTo(rate);
    assertThat(info.path("music_channel").asInt()).isEqualTo(2);
    assertThat(info.path("bitrate").asInt()).isEqualTo(64_000);
    assertThat(job.path("trace_id").asText()).matches("[0-9a-f]{32}");

    HttpResponse<byte[]> file = file(job);
    assertThat(file.headers().firstValue("content-type")).contains(contentType);
    assertThat(URI.create(job.at("/audio_file/url").asText()).getPath()).endsWith("." + format);
    double seconds = switch (format) {
      case "mp3" -> Mp3Frames.read(file.body()).seconds();
      case "wav" -> AudioSystem.getAudioFileFormat(new ByteArrayInputStream(file.body())).getFrameLength()
          / (double) rate;
      default -> file.body().length / 4.0 / rate;
    };
    assertThat(seconds).isCloseTo(info.path("music_duration").asInt() / 1e3, within(0.2));
  }

  @Test
  void lyricsMakeASongLongerButNoLongerThanAMinute() {
    assertThat(finished(song("minimax/music-2.0", "ten letters")).at("/extra_info/music_duration").asInt())
        .isEqualTo(10_880);
    assertThat(finished(song("minimax/music-2.0", "la ".repeat(900))).at("/extra_info/music_duration").asInt())
        .isEqualTo(60_000);
    JsonNode instrumental = finished("""
        {"model":"minimax/music-2.6","is_instrumental":true}""");
    assertThat(instrumental.at("/extra_info/music_duration").asInt()).isEqualTo(30_000);
    assertThat(instrumental.path("id").asText()).hasSize(21);
  }

  @Test
  void aSignedAddressIsGoodForADay() {
    JsonNode job = finished(song("minimax/music-1.5", "la la la la la"));
    URI url = URI.create(job.at("/audio_file/url").asText());
    assertThat(url.getQuery()).contains("Expires=", "OSSAccessKeyId=", "Signature=");
    assertThat(service.download(url).statusCode()).isEqualTo(200);
    service.clock.advance(Duration.ofHours(24));
    assertThat(service.download(url).statusCode()).isEqualTo(404);
  }

  @Test
  void fieldsOfAnotherModelAreIgnoredAndObservedEvenInside() {
    service.submit(song("minimax/music-2.0", "la la la la la").replace("}",
        ",\"seconds_total\":10,\"audio_setting\":{\"sample_rate\":44100}}"));
    assertThat(service.api.observations().submits()).singleElement()
        .extracting(ServiceObservations.Submit::ignoredFields).asInstanceOf(InstanceOfAssertFactories.LIST)
        .containsExactly("seconds_total", "audio_setting.sample_rate");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      {"model":"minimax/music-1.5","prompt":"short","lyrics":"ten letters"}                                            | prompt: expected string of 10 to 300 characters
      {"model":"minimax/music-2.6","lyrics_optimizer":0}                                                               | lyrics_optimizer: expected boolean, received number 0
      {"model":"minimax/music-2.6","audio_setting":{"format":"ogg"}}                                                   | audio_setting.format: expected one of ["mp3", "wav", "pcm"], received string 'ogg'
      {"model":"google/lyria2","prompt":"x","seed":-1}                                                                 | seed: expected integer from 0, received number -1
      """)
  void aComplaintSaysWhatWasExpected(String sent, String complaint) {
    assertThat(json(service.submit(sent)).path("message").asText()).contains(complaint);
  }
}
