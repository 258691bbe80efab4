package dev.foley.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.foley.audio.PcmClip;
import dev.foley.audio.PcmFormat;
import dev.foley.audio.WavWriter;
import dev.foley.provider.ProviderException.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import okio.Buffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Results as they come in earnest: over HTTPS, from hosts that nobody listed. Where a connection to a public address is opened, the
 * address is noted, and a server on this machine is connected to in its place.
 */
class ResultOverHttpsTest {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  private static final InetAddress PUBLIC = InetAddress.ofLiteral("8.8.8.8");
  private static final InetAddress PRIVATE = InetAddress.ofLiteral("10.0.0.1");
  private static final HeldCertificate AUTHORITY = new HeldCertificate.Builder().certificateAuthority(0).build();

  @TempDir
  private Path directory;

  private final MockWebServer server = new MockWebServer();
  private final List<String> dialled = new CopyOnWriteArrayList<>();
  private final List<List<InetAddress>> lookups = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    server.setProtocols(List.of(Protocol.HTTP_1_1)); // the second hop has a connection of its own
    server.start(InetAddress.getLoopbackAddress(), 0);
    serveAs("cdn.example", AUTHORITY);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void serveAs(String host, HeldCertificate authority) {
    HeldCertificate certificate = new HeldCertificate.Builder().addSubjectAlternativeName(host).signedBy(authority)
        .build();
    server.useHttps(new HandshakeCertificates.Builder().heldCertificate(certificate, authority.certificate()).build()
        .sslSocketFactory());
  }

  /** Each lookup has an answer of its own; there may be no further one. */
  private OkHttpClient client() {
    HandshakeCertificates trusted = new HandshakeCertificates.Builder().addTrustedCertificate(AUTHORITY.certificate())
        .build();
    Dns dns = _ -> lookups.removeFirst();
    return new OkHttpClient.Builder().sslSocketFactory(trusted.sslSocketFactory(), trusted.trustManager())
        .socketFactory(new NotedSockets()).dns(dns).build();
  }

  private FetchOutcome fetch(String url) throws ProviderException {
    return fetch(client(), url);
  }

  private FetchOutcome fetch(OkHttpClient client, String url) throws ProviderException {
    Path spool = directory.resolve("spool");
    return new HttpAudioFetcher(new FetchSettings(spool, 1 << 20, Duration.ofSeconds(20), Set.of()),
        new Spool(spool, 1 << 20), client, CLOCK).fetch(URI.create(url), "0ABC");
  }

  private ProviderException failure(String url) {
    return Objects.requireNonNull(catchThrowableOfType(ProviderException.class, () -> fetch(url)), "no failure");
  }

  private static MockResponse wav() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WavWriter.write(new PcmClip(PcmFormat.CD, new byte[400]), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new MockResponse.Builder().body(new Buffer().write(out.toByteArray())).build();
  }

  private static MockResponse redirect(String location) {
    return new MockResponse.Builder().code(302).setHeader("Location", location).setHeader("Connection", "close")
        .build();
  }

  @Test
  void aResultComesFromTheVeryAddressThatWasChecked() throws Exception {
    lookups.add(List.of(PUBLIC));
    server.enqueue(wav());

    assertThat(fetch("https://cdn.example/a.wav?sig=1")).isInstanceOf(FetchOutcome.Fetched.class);

    assertThat(dialled).containsExactly("8.8.8.8:443");
    RecordedRequest request = server.takeRequest();
    assertThat(request.getTarget()).isEqualTo("/a.wav?sig=1");
    assertThat(request.getHeaders().names()).doesNotContain("Authorization", "xi-api-key", "Cookie", "Referer");
  }

  @Test
  void aHostWhoseCertificateNobodyVouchesForIsNotAsked() {
    serveAs("cdn.example", new HeldCertificate.Builder().certificateAuthority(0).build());
    lookups.add(List.of(PUBLIC));

    assertThat(failure("https://cdn.example/a.wav").kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.getRequestCount()).isZero();
  }

  @Test
  void aHostThatShowsTheCertificateOfAnotherIsNotAsked() {
    serveAs("other.example", AUTHORITY);
    lookups.add(List.of(PUBLIC));

    assertThat(failure("https://cdn.example/a.wav").kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(server.getRequestCount()).isZero();
  }

  /** A name whose answer changes between two lookups: what was public a moment ago leads inside now. */
  @Test
  void aNameThatIsReboundBetweenTwoHopsIsNotFollowedInside() throws Exception {
    lookups.add(List.of(PUBLIC));
    lookups.add(List.of(PRIVATE));
    server.enqueue(redirect("https://cdn.example/b.wav"));

    assertThat(fetch("https://cdn.example/a.wav")).isInstanceOfSatisfying(FetchOutcome.Rejected.class,
        rejected -> assertThat(rejected.reason()).isEqualTo(FailureReason.RESULT_ADDRESS_REFUSED));
    assertThat(dialled).containsExactly("8.8.8.8:443");
  }

  @Test
  void aNameWithAPublicAndAPrivateAddressIsNotDialledAtAll() throws Exception {
    for (List<InetAddress> answer : List.of(List.of(PUBLIC, PRIVATE), List.of(PRIVATE, PUBLIC))) {
      lookups.add(answer);

      assertThat(fetch("https://cdn.example/a.wav")).isInstanceOf(FetchOutcome.Rejected.class);
    }
    assertThat(dialled).isEmpty();
  }

  @Test
  void aRedirectFromHttpsToHttpIsNotFollowed() throws Exception {
    lookups.add(List.of(PUBLIC));
    server.enqueue(redirect("http://cdn.example/a.wav"));

    assertThat(fetch("https://cdn.example/a.wav")).isInstanceOf(FetchOutcome.Rejected.class);
    assertThat(dialled).containsExactly("8.8.8.8:443");
  }

  @Test
  void aRedirectToAnotherPublicHostIsLookedUpAndDialledAnew() throws Exception {
    InetAddress other = InetAddress.ofLiteral("2606:4700::1111");
    serveAs("*.example", AUTHORITY);
    lookups.add(List.of(PUBLIC));
    lookups.add(List.of(other));
    server.enqueue(redirect("https://media.example/b.wav"));
    server.enqueue(wav());

    assertThat(fetch("https://cdn.example/a.wav")).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(dialled).containsExactly("8.8.8.8:443", "2606:4700:0:0:0:0:0:1111:443");
  }

  /** A proxy would do the lookup, and so undo the check: one that the JVM is set to is passed by. */
  @Test
  void noProxyIsUsed() throws Exception {
    OkHttpClient proxied = client().newBuilder().proxySelector(new ProxySelector() {
      @Override
      public List<Proxy> select(URI uri) {
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(PRIVATE, 3128)));
      }

      @Override
      public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
    }).build();
    lookups.add(List.of(PUBLIC));
    server.enqueue(wav());

    assertThat(fetch(proxied, "https://cdn.example/a.wav")).isInstanceOf(FetchOutcome.Fetched.class);
    assertThat(dialled).containsExactly("8.8.8.8:443");
  }

  /** Dials the server on this machine, whatever is asked for, and notes what was. */
  private final class NotedSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeoutMillis) throws IOException {
          InetSocketAddress to = (InetSocketAddress) address;
          dialled.add(to.getAddress().getHostAddress() + ":" + to.getPort());
          super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getPort()), timeoutMillis);
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) {
      throw unexpected(host, port);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
      throw unexpected(host, port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
      throw unexpected(host, port);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
      throw unexpected(address, port, localAddress, localPort);
    }

    private static UnsupportedOperationException unexpected(Object... arguments) {
      return new UnsupportedOperationException(Arrays.toString(arguments));
    }
  }
}
