package dev.foley.playground.services.aimlapi;

import static dev.foley.playground.services.aimlapi.AimlApiFixture.LONG;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.body;
import static dev.foley.playground.services.aimlapi.AimlApiFixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.foley.playground.services.Fault;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.HeldMusic;
import dev.foley.playground.services.ServiceFaults;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AimlCdnTest {
  private final AimlApiFixture service = new AimlApiFixture();
  private final ServiceFaults faults = service.api.faults();

  @AfterEach
  void stop() {
    service.close();
  }

  /** The result of a finished job of two seconds. */
  private URI result() {
    String id = json(service.submit("""
        {"model":"stable-audio","prompt":"x","seconds_total":2}""")).path("id").asText();
    service.clock.advance(LONG);
    return service.resultOf(id);
  }

  private URI resultInForm(FileForm form) {
    faults.plan(Fault.Moment.JOB, new Fault.File(form), 1);
    return result();
  }

  @Test
  void aResultIsAWavOfTheLengthAskedForBehind78Bytes() throws IOException, UnsupportedAudioFileException {
    HttpResponse<byte[]> file = service.download(result());

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("content-type")).contains("application/octet-stream");
    assertThat(file.headers().firstValueAsLong("content-length")).hasValue(78 + 2 * 176_400);
    assertThat(file.body()).hasSize(78 + 2 * 176_400);
    assertThat(ascii(file.body(), 36, 4)).isEqualTo("LIST");
    assertThat(ascii(file.body(), 44, 8)).isEqualTo("INFOICMT");
    assertThat(ascii(file.body(), 56, 12)).isEqualTo("Foley sketch");
    assertThat(ascii(file.body(), 70, 4)).isEqualTo("data");
    assertThat(intAt(file.body(), 4)).isEqualTo(file.body().length - 8);
    assertThat(intAt(file.body(), 74)).isEqualTo(2 * 176_400);
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file.body()))) {
      assertThat(audio.getFrameLength()).isEqualTo(88_200);
      assertThat(audio.getFormat().matches(new AudioFormat(44_100, 16, 2, true, false))).isTrue();
    }
  }

  @Test
  void aResultSaysThatItIsASketch() {
    assertThat(service.download(result()).headers().firstValue("X-Foley-Sketch").orElse("")).contains("sketch");
  }

  @Test
  void theSameFileStaysTheSameAndARepeatedPromptDiffers() {
    URI first = result();
    assertThat(service.download(first).body()).isEqualTo(service.download(first).body());
    assertThat(service.download(result()).body()).isNotEqualTo(service.download(first).body());
  }

  @Test
  void aFileIsNotThereBeforeItsJobEnds() {
    String id = service.submitted("x");
    service.clock.advance(LONG);
    URI file = service.resultOf(id);
    service.clock.advance(LONG.negated());
    assertThat(service.download(file).statusCode()).isEqualTo(404);
    assertThat(service.api.observations().downloads()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization: Bearer playground", "Authorization: Basic x", "X-Api-Key: playground",
      "xi-api-key: another"})
  void aKeySentToTheCdnIsRefusedAndRecorded(String header) {
    URI file = result();
    String[] parts = header.split(": ", 2);
    HttpResponse<String> answer = service.send(HttpRequest.newBuilder(file).header(parts[0], parts[1]));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).doesNotContain("playground");
    assertThat(service.api.observations().keysLeaked()).isEqualTo(1);
    assertThat(service.api.observations().leakedTo()).containsExactly(file.getPath());
    assertThat(service.api.observations().downloads()).isZero();
  }

  @ParameterizedTest
  @EnumSource(FileForm.class)
  void everyFormHasTheSizeThatThePollSays(FileForm form) {
    faults.plan(Fault.Moment.JOB, new Fault.File(form), 1);
    String id = service.submitted("x");
    service.clock.advance(LONG);
    long said = json(service.poll(id)).at("/audio_file/file_size").asLong();
    HttpResponse<byte[]> file = service.download(service.resultOf(id));
    assertThat(file.body()).hasSize((int) said);
    assertThat(file.headers().firstValue("content-type"))
        .contains(form == FileForm.WRONG_CONTENT_TYPE ? "text/plain" : "application/octet-stream");
  }

  @ParameterizedTest
  @EnumSource(value = FileForm.class, names = {"PLAIN_HEADER", "EXTENSIBLE", "INTEGER_24", "FLOAT_32", "SILENT"})
  void theOtherWavFormsAreReadByAnotherReader(FileForm form) throws IOException, UnsupportedAudioFileException {
    byte[] file = service.download(resultInForm(form)).body();
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertThat(audio.getFrameLength()).isEqualTo(88_200);
      assertThat(audio.getFormat().getSampleSizeInBits()).isEqualTo(switch (form) {
        case INTEGER_24 -> 24;
        case FLOAT_32 -> 32;
        default -> 16;
      });
      byte[] samples = audio.readAllBytes();
      boolean silent = Arrays.equals(samples, new byte[samples.length]);
      assertThat(silent).isEqualTo(form == FileForm.SILENT);
    }
  }

  @Test
  void aPlainHeaderTakes44Bytes() {
    byte[] file = service.download(resultInForm(FileForm.PLAIN_HEADER)).body();
    assertThat(ascii(file, 36, 4)).isEqualTo("data");
    assertThat(file).hasSize(44 + 2 * 176_400);
  }

  @Test
  void unknownSizesAreAllOnes() {
    byte[] file = service.download(resultInForm(FileForm.UNKNOWN_SIZES)).body();
    assertThat(intAt(file, 4)).isEqualTo(-1);
    assertThat(intAt(file, 74)).isEqualTo(-1);
  }

  @Test
  void aShortenedFilePromisesMoreSamplesThanItHas() {
    HttpResponse<byte[]> file = service.download(resultInForm(FileForm.SHORTENED));
    assertThat(file.headers().firstValueAsLong("content-length")).hasValue(78 + 176_400);
    assertThat(intAt(file.body(), 74)).isEqualTo(2 * 176_400);
  }

  @Test
  void otherBytesMayComeUnderTheNameOfAWav() {
    assertThat(Arrays.copyOf(service.download(resultInForm(FileForm.MP3)).body(), 2)).containsExactly(0xFF, 0xFB);
    assertThat(ascii(service.download(resultInForm(FileForm.GARBAGE)).body(), 0, 8)).isEqualTo("no sound");
    assertThat(service.download(resultInForm(FileForm.ZERO_BYTES)).body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 500})
  void aDownloadMayFailOnceAndSucceedThen(int code) {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Status(code), 1);
    assertThat(service.download(file).statusCode()).isEqualTo(code);
    assertThat(service.download(file).statusCode()).isEqualTo(200);
    assertThat(service.api.observations().downloads()).isEqualTo(2);
  }

  @Test
  void aDownloadMayAnswerAWebPageOrNothing() {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Garbled(Fault.Garbled.Form.HTML), 1);
    HttpResponse<byte[]> page = service.download(file);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Garbled(Fault.Garbled.Form.EMPTY), 1);
    assertThat(service.download(file).body()).isEmpty();
  }

  @Test
  void aTransferCutShortEndsBeforeItsDeclaredLength() {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Transfer(Fault.Transfer.Flaw.CUT_SHORT), 1);
    assertThatThrownBy(() -> service.download(file)).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void aDownloadMayGetNoAnswerAtAll() {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Drop(false), 100); // the JDK's client repeats a GET that got no answer
    assertThatThrownBy(() -> service.download(file)).isInstanceOf(UncheckedIOException.class);
    faults.clear();
    assertThat(service.download(file).statusCode()).isEqualTo(200);
  }

  @Test
  void anEndlessFileGoesOnUntilTheClientHangsUp() throws Exception {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Transfer(Fault.Transfer.Flaw.ENDLESS), 1);
    HttpClient client = HttpClient.newHttpClient();
    HttpResponse<InputStream> answer = client.send(HttpRequest.newBuilder(file).timeout(Duration.ofSeconds(20)).build(),
        BodyHandlers.ofInputStream());
    assertThat(answer.headers().firstValue("content-length")).isEmpty();
    try (InputStream body = answer.body()) {
      assertThat(body.readNBytes(40_000_000)).hasSize(40_000_000);
    }
    client.shutdownNow();
  }

  @Test
  void aSlowFileTricklesInAndIsWhole() {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Slow(1_000_000), 1);
    assertThat(service.download(file).body()).hasSize(78 + 2 * 176_400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "http://10.0.0.1/x.wav"})
  void aDownloadMayBeRedirectedAnywhere(String target) {
    URI file = result();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Redirect(target), 1);
    HttpResponse<byte[]> answer = service.download(file);
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains(target);
  }

  @Test
  void aDownloadMayBeRedirectedWithinTheCdn() {
    URI file = result();
    byte[] usual = service.download(file).body();
    faults.plan(Fault.Moment.DOWNLOAD, new Fault.Redirect(null), 1);
    String moved = service.download(file).headers().firstValue("location").orElseThrow();
    assertThat(moved).isNotEqualTo(file.toString());
    assertThat(service.download(URI.create(moved)).body()).isEqualTo(usual);
  }

  @Test
  void aJobEndsInTimeThoughItsMusicIsNotRenderedYet() {
    HeldMusic music = new HeldMusic();
    try (AimlApiFixture slow = new AimlApiFixture(settings -> new AimlApiSettings(settings.keys(), settings.times(),
        settings.limits(), settings.money(), settings.clock(), settings.random(), music))) {
      String id = slow.submitted("x");
      slow.clock.advance(LONG);
      assertThat(slow.status(id)).isEqualTo("completed");
      URI file = slow.resultOf(id);
      CompletableFuture<HttpResponse<byte[]>> download = CompletableFuture.supplyAsync(() -> slow.download(file));
      Awaitility.await().until(() -> slow.api.observations().downloads() == 1);
      assertThat(download).isNotDone();
      music.permit();
      assertThat(download.join().body()).hasSize(5_292_078);
    }
  }

  @Test
  void anUnknownFileIsNotFound() {
    assertThat(service.get("/cdn/aimlapi/no/such.wav").statusCode()).isEqualTo(404);
    assertThat(service.submit(body("x")).statusCode()).isEqualTo(200);
  }

  private static String ascii(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.US_ASCII);
  }

  private static int intAt(byte[] bytes, int index) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(index);
  }
}
