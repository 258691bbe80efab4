package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import dev.foley.provider.ProviderException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okio.Buffer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpAudioFetcherTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  private static final long MAX_BYTES = 64 << 10;
  private static final byte[] WAV = wav(1_000);

  @TempDir
  Path directory;

  private Path spool;
  private MockWebServer server;
  private OkHttpClient client = new OkHttpClient();
  private Duration timeout = Duration.ofSeconds(20);

  @BeforeEach
  void start() throws IOException {
    spool = directory.resolve("data").resolve("spool");
    server = new MockWebServer();
    server.start(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] wav(int frames) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WavWriter.write(new PcmClip(PcmFormat.CD, new byte[frames * 4]), out);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return out.toByteArray();
  }

  private String host() {
    return "127.0.0.1:" + server.getPort();
  }

  private HttpAudioFetcher fetcher(String... allowedHosts) {
    return new HttpAudioFetcher(new FetchSettings(spool, MAX_BYTES, timeout, Set.of(allowedHosts)), spooled(), client,
        CLOCK);
  }

  private Spool spooled() {
    return new Spool(spool, MAX_BYTES);
  }

  private URI url(String path) {
    return URI.create("http://" + host() + path);
  }

  private FetchOutcome fetch() throws ProviderException {
    return fetcher(host()).fetch(url("/result.bin?sig=secret"), "0ABC-1");
  }

  private ProviderException failure() {
    return failure(this::fetch);
  }

  private static ProviderException failure(ThrowingCallable call) {
    return Objects.requireNonNull(catchThrowableOfType(ProviderException.class, call), "no failure");
  }

  private void answer(byte[] body) {
    server.enqueue(response(body).build());
  }

  private static MockResponse.Builder response(byte[] body) {
    return new MockResponse.Builder().setHeader("Content-Type", "application/octet-stream")
        .body(new Buffer().write(body));
  }

  private void assertBroken(FetchOutcome outcome, FailureReason reason) throws IOException {
    assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Broken.class, broken -> {
      assertThat(broken.reason()).isEqualTo(reason);
      assertThat(broken.detail()).isNotBlank().doesNotContain("secret", "127.0.0.1");
    });
    assertThat(files()).isEmpty();
  }

  private void assertRejected(FetchOutcome outcome, FailureReason reason) throws IOException {
    assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Rejected.class, rejected -> {
      assertThat(rejected.reason()).isEqualTo(reason);
      assertThat(rejected.detail()).isNotBlank().doesNotContain("secret", "127.0.0.1");
    });
    assertThat(files()).isEmpty();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(spool)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static final AudioMeasurement SILENCE = new AudioMeasurement(Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY, 0);

  @Test
  void bringsAWavIntoTheSpool() throws Exception {
    answer(WAV);

    FetchOutcome outcome = fetch();

    AudioArtifact expected = new AudioArtifact(spool.resolve("0ABC-1.wav"), WAV.length,
        new AudioContent.Wav(PcmFormat.CD, 1_000), Optional.of(SILENCE), Optional.of(url("/result.bin?sig=secret")));
    assertThat(outcome).isEqualTo(new FetchOutcome.Fetched(expected));
    assertThat(outcome.toString()).doesNotContain("secret");
    assertThat(spool.resolve("0ABC-1.wav")).hasBinaryContent(WAV);
    assertThat(files()).containsExactly("0ABC-1.wav");
  }

  @ParameterizedTest
  @CsvSource({"MP3,fffb906400", "OGG,4f676753000200", "FLAC,664c614300000022"})
  void takesCompressedAudioByItsBytes(AudioContainer container, String hex) throws Exception {
    answer(HexFormat.of().parseHex(hex));

    assertThat(fetch()).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> {
      assertThat(fetched.audio().content()).extracting(AudioContent::container).isEqualTo(container);
      assertThat(fetched.audio().file()).hasFileName("0ABC-1." + container.extension());
    });
  }

  @Test
  void aRepeatReplacesWhatAnEarlierTryLeft() throws Exception {
    HttpAudioFetcher fetcher = fetcher(host());
    Files.write(spool.resolve("0ABC-1.part"), new byte[100_000]);
    Files.write(spool.resolve("0ABC-1.wav"), new byte[3]);
    answer(WAV);

    fetcher.fetch(url("/x"), "0ABC-1");

    assertThat(spool.resolve("0ABC-1.wav")).hasBinaryContent(WAV);
    assertThat(files()).containsExactly("0ABC-1.wav");
  }

  @Test
  void nothingOfOursGoesAlong() throws Exception {
    client = new OkHttpClient.Builder()
        .addInterceptor(
            chain -> chain.proceed(chain.request().newBuilder().header("Authorization", "Bearer key").build()))
        .cookieJar(new CookieJar() {
          @Override
          public List<Cookie> loadForRequest(HttpUrl url) {
            return List.of(new Cookie.Builder().domain(url.host()).name("session").value("1").build());
          }

          @Override
          public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            throw new AssertionError("cookies are not taken");
          }
        }).build();
    server.enqueue(response(WAV).addHeader("Set-Cookie", "a=b").build());

    assertThat(fetch()).isInstanceOf(FetchOutcome.Fetched.class);

    RecordedRequest sent = server.takeRequest();
    assertThat(sent.getHeaders().names()).containsExactlyInAnyOrder("Host", "Connection", "Accept-Encoding",
        "User-Agent");
    assertThat(sent.getHeaders().get("Accept-Encoding")).isEqualTo("identity");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!doctype html><title>Sign in</title>", "{\"error\":\"expired\"}", "", "garbage",
      "RIFF\u0000\u0000\u0000\u0000WAVEgarbage!"})
  void whatIsNotAudioIsBroken(String body) throws Exception {
    answer(body.getBytes(StandardCharsets.ISO_8859_1));

    assertBroken(fetch(), body.startsWith("RIFF") ? FailureReason.RESULT_TRUNCATED : FailureReason.RESULT_NOT_AUDIO);
  }

  @Test
  void aWavOfAnotherCodingIsBroken() throws Exception {
    byte[] adpcm = WAV.clone();
    adpcm[20] = 0x11;
    answer(adpcm);

    assertBroken(fetch(), FailureReason.RESULT_NOT_AUDIO);
  }

  @Test
  void aWavCutShortIsBrokenThoughTheTransferWasWhole() throws Exception {
    answer(Arrays.copyOf(WAV, 1_000));

    assertBroken(fetch(), FailureReason.RESULT_TRUNCATED);
  }

  @Test
  void aTransferCutShortIsBrokenThoughTheBytesLookFine() throws Exception {
    server.enqueue(response(HexFormat.of().parseHex("fffb906400000000")).setHeader("Content-Length", 5_000)
        .onResponseEnd(new SocketEffect.CloseSocket()).build());
    assertBroken(fetch(), FailureReason.RESULT_TRUNCATED);

    server.enqueue(response(WAV).onResponseBody(new SocketEffect.CloseSocket()).build());
    assertBroken(fetch(), FailureReason.RESULT_TRUNCATED);
  }

  @Test
  void bytesBeyondTheAnnouncedLengthAreNotTaken() throws Exception {
    byte[] longer = Arrays.copyOf(WAV, WAV.length + 5_000);
    server.enqueue(response(longer).setHeader("Content-Length", WAV.length).build());

    assertThat(fetch()).isInstanceOfSatisfying(FetchOutcome.Fetched.class,
        fetched -> assertThat(fetched.audio().sizeBytes()).isEqualTo(WAV.length));
  }

  @Test
  void aFileThatAnnouncesTooMuchIsRejected() throws Exception {
    answer(wav((int) MAX_BYTES / 4));

    assertRejected(fetch(), FailureReason.RESULT_TOO_LARGE);
  }

  @Test
  void aBodyWithoutEndIsRejected() throws Exception {
    server.enqueue(new MockResponse.Builder().chunkedBody(new Buffer().write(wav(1 << 20)), 8 << 10).build());

    assertRejected(fetch(), FailureReason.RESULT_TOO_LARGE);
  }

  @Test
  void aBodyThatTricklesIsGivenUpWhenTheTimeIsUp() throws Exception {
    timeout = Duration.ofMillis(1_500);
    server.enqueue(response(WAV).throttleBody(16, 20, TimeUnit.MILLISECONDS).build());

    assertBroken(fetch(), FailureReason.RESULT_UNREACHABLE);
  }

  @Test
  void redirectsShareTheTimeOfTheWholeCall() {
    timeout = Duration.ofMillis(500);
    for (int i = 0; i < 5; i++) {
      server.enqueue(redirect(url("/next").toString()).newBuilder().headersDelay(200, TimeUnit.MILLISECONDS).build());
    }
    answer(WAV);

    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.getRequestCount()).isLessThan(5);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 204, 206, 304})
  void aStatusThatNamesNoFileIsBroken(int status) throws Exception {
    server.enqueue(new MockResponse.Builder().code(status).build());

    assertBroken(fetch(), FailureReason.RESULT_UNREACHABLE);
  }

  @ParameterizedTest
  @CsvSource({"429,THROTTLED", "500,UNAVAILABLE", "502,UNAVAILABLE", "503,UNAVAILABLE", "504,UNAVAILABLE",
      "408,UNAVAILABLE"})
  void aStatusThatWillPassIsLeftToTheCaller(int status, Kind kind) throws Exception {
    server.enqueue(new MockResponse.Builder().code(status).setHeader("Retry-After", "7").body("<html>").build());

    assertThat(failure()).satisfies(e -> {
      assertThat(e.kind()).isEqualTo(kind);
      assertThat(e.retryAfter()).contains(Duration.ofSeconds(7));
      assertThat(e).hasMessageNotContaining("secret");
    });
    assertThat(files()).isEmpty();
  }

  @Test
  void noAnswerIsLeftToTheCaller() {
    timeout = Duration.ofMillis(400);
    server.enqueue(new MockResponse.Builder().onResponseStart(SocketEffect.Stall.INSTANCE).build());
    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);

    server.close();
    assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void aNameWithoutAddressIsLeftToTheCaller() {
    client = client.newBuilder().dns(host -> {
      throw new UnknownHostException(host);
    }).build();

    assertThat(failure(() -> fetcher().fetch(URI.create("https://gone.example/a.wav"), "x")).kind())
        .isEqualTo(Kind.UNAVAILABLE);
  }

  private MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).setHeader("Location", location).build();
  }

  @Test
  void followsRedirectsWithinListedHosts() throws Exception {
    server.enqueue(redirect("/two"));
    server.enqueue(redirect(url("/three").toString()).newBuilder().code(307).build());
    answer(WAV);

    assertThat(fetch()).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(List.of(server.takeRequest(), server.takeRequest(), server.takeRequest()))
        .extracting(RecordedRequest::getTarget).containsExactly("/result.bin?sig=secret", "/two", "/three");
  }

  @Test
  void followsFiveRedirectsAndNoMore() throws Exception {
    for (int i = 0; i < 6; i++) {
      server.enqueue(redirect("/again"));
    }
    answer(WAV);

    assertBroken(fetch(), FailureReason.RESULT_UNREACHABLE);
    assertThat(server.getRequestCount()).isEqualTo(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://cdn.example/a.wav", "http://cdn.example/a.wav",
      "https://cdn.example:8443/a.wav", "https://10.0.0.1/a.wav", "https://[::1]/a.wav",
      "https://169.254.169.254/latest/",
      "https://user:secret@cdn.example/", "http://127.0.0.1:1/", "//", "data:audio/wav;base64,UklGRg=="})
  void aRedirectToWhatIsNotAskedIsRejected(String location) throws Exception {
    server.enqueue(redirect(location));

    assertRejected(fetch(), FailureReason.RESULT_ADDRESS_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "mailto:a@b.example", "ftp://cdn.example/a", "http://cdn.example/a.wav",
      "https://127.0.0.1/a.wav", "https://[::ffff:127.0.0.1]/", "https://2130706433/", "https://user@cdn.example/"})
  void anAddressThatIsNotAskedIsRejected(String address) throws Exception {
    assertRejected(fetcher(host()).fetch(URI.create(address), "x"), FailureReason.RESULT_ADDRESS_REFUSED);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aPrivateHostThatIsNotListedIsRejectedAndNeverConnectedTo() throws Exception {
    assertRejected(fetcher().fetch(url("/a.wav"), "x"), FailureReason.RESULT_ADDRESS_REFUSED);
    assertRejected(fetcher("127.0.0.1:1").fetch(url("/a.wav"), "x"), FailureReason.RESULT_ADDRESS_REFUSED);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aNameThatLeadsToAPrivateAddressIsRejected() throws Exception {
    client = client.newBuilder().dns(_ -> List.of(InetAddress.ofLiteral("127.0.0.1"))).build();

    assertRejected(fetcher().fetch(URI.create("https://cdn.example/a.wav"), "x"), FailureReason.RESULT_ADDRESS_REFUSED);
    assertRejected(fetcher().fetch(URI.create("https://localhost/a.wav"), "x"), FailureReason.RESULT_ADDRESS_REFUSED);
  }

  /** An answer that is public when checked and private when connected to would need a second lookup; there is none. */
  @Test
  void aNameIsLookedUpOnceForCheckAndConnection() {
    List<String> lookups = new CopyOnWriteArrayList<>();
    client = client.newBuilder().dns(host -> {
      lookups.add(host);
      throw new UnknownHostException(host);
    }).build();

    assertThat(failure(() -> fetcher().fetch(URI.create("https://cdn.example/a.wav"), "x")).kind())
        .isEqualTo(Kind.UNAVAILABLE);
    assertThat(lookups).containsExactly("cdn.example");
  }

  @Test
  void aListedNameMayLeadAnywhere() throws Exception {
    client = client.newBuilder().dns(_ -> List.of(InetAddress.ofLiteral("127.0.0.1"))).build();
    answer(WAV);

    assertThat(fetcher("minio.internal").fetch(URI.create("http://minio.internal:" + server.getPort() + "/a"), "x"))
        .isInstanceOf(FetchOutcome.Fetched.class);
  }

  @Test
  void aConnectionToAListedHostDoesNotServeAnotherName() throws Exception {
    Dns toServer = _ -> List.of(InetAddress.ofLiteral("127.0.0.1"));
    client = client.newBuilder().dns(toServer).build();
    HttpAudioFetcher fetcher = fetcher("one.internal");
    answer(WAV);

    fetcher.fetch(URI.create("http://one.internal:" + server.getPort() + "/a"), "x");

    assertThat(fetcher.fetch(URI.create("http://two.internal:" + server.getPort() + "/a"), "y"))
        .isInstanceOf(FetchOutcome.Rejected.class);
  }

  @Test
  void aFullDiskIsNamedAndLeftToTheCaller() throws Exception {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "skipped: this system has no /dev/full");
    HttpAudioFetcher fetcher = fetcher(host());
    Files.createSymbolicLink(spool.resolve("x.part"), full);
    answer(WAV);

    assertThat(
        failure(() -> fetcher.fetch(url("/a"), "x")))
        .hasMessageContaining("spool directory cannot be written").hasMessageContaining("space")
        .returns(Kind.UNAVAILABLE, ProviderException::kind);
    assertThat(files()).isEmpty();
  }

  @Test
  void aSpoolThatVanishedIsLeftToTheCaller() throws Exception {
    HttpAudioFetcher fetcher = fetcher(host());
    Files.delete(spool);
    answer(WAV);

    assertThat(failure(() -> fetcher.fetch(url("/a"), "x")).kind()).isEqualTo(Kind.UNAVAILABLE);
  }

  @Test
  void oneNameIsFetchedByOneAtATime() throws Exception {
    HttpAudioFetcher fetcher = fetcher(host());
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    server.setDispatcher(new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
        asked.countDown();
        go.await();
        return response(WAV).build();
      }
    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<FetchOutcome> first = threads.submit(() -> fetcher.fetch(url("/a"), "x"));
      asked.await();

      assertThat(failure(() -> fetcher.fetch(url("/a"), "x"))).hasMessageContaining("already");

      go.countDown();
      assertThat(first.get()).isInstanceOf(FetchOutcome.Fetched.class);
      assertThat(fetcher.fetch(url("/a"), "x")).isInstanceOf(FetchOutcome.Fetched.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../x", "a/b", "a.wav", "\u0000"})
  void aNameThatIsNoneIsTheCallersMistake(String name) {
    assertThat(catchThrowableOfType(IllegalArgumentException.class, () -> fetcher(host()).fetch(url("/a"), name)))
        .isNotNull();
  }

  private FetchOutcome fetch(List<IncomingSound> announced) throws ProviderException {
    return fetcher(host()).fetch(url("/result.bin"), "0ABC-1", announced::add);
  }

  @Test
  void aSoundWhoseFormAndLengthAreKnownCanBeReadFromItsBeginning() throws Exception {
    server.enqueue(response(WAV).build());
    List<IncomingSound> announced = new CopyOnWriteArrayList<>();
    FetchOutcome outcome = fetch(announced);

    IncomingSound sound = announced.getFirst();
    assertThat(outcome).isInstanceOfSatisfying(FetchOutcome.Fetched.class, fetched -> assertThat(sound.announced())
        .isEqualTo(new AudioArtifact(fetched.audio().file(), WAV.length, fetched.audio().content(),
            fetched.audio().source())));
    assertThat(announced).hasSize(1);
    try (var in = sound.open()) {
      assertThat(in.readAllBytes()).isEqualTo(WAV);
    }
  }

  @Test
  void aSoundThatIsCutOffFailsForThoseWhoReadItAlready() throws Exception {
    server.enqueue(response(WAV).onResponseBody(new SocketEffect.CloseSocket()).build());
    List<InputStream> opened = new CopyOnWriteArrayList<>();
    FetchOutcome outcome = fetcher(host()).fetch(url("/result.bin"), "0ABC-1", sound -> {
      try {
        opened.add(sound.open());
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    });

    assertThat(outcome).isInstanceOf(FetchOutcome.Broken.class);
    try (var in = opened.getFirst()) {
      assertThat(catchThrowableOfType(IOException.class, in::readAllBytes)).hasMessage("the sound did not come whole");
    }
  }

  @Test
  void aSoundOfUnknownLengthOrFormIsNotAnnounced() throws Exception {
    server.enqueue(new MockResponse.Builder().chunkedBody(new Buffer().write(WAV), 1 << 10).build());
    server.enqueue(response("ID3 is no WAV".getBytes(StandardCharsets.US_ASCII)).build());
    List<IncomingSound> announced = new CopyOnWriteArrayList<>();
    assertThat(fetch(announced)).isInstanceOf(FetchOutcome.Fetched.class);
    fetch(announced);

    assertThat(announced).isEmpty();
  }
}
