package dev.foley.bench.fuzz;

import dev.foley.discord.interaction.Press;
import dev.foley.discord.text.SafeText;
import dev.foley.provider.FetchOutcome;
import dev.foley.provider.FetchSettings;
import dev.foley.provider.HttpAudioFetcher;
import dev.foley.provider.ProviderException;
import dev.foley.provider.RetryAfter;
import dev.foley.provider.ServiceWords;
import dev.foley.provider.Spool;
import dev.foley.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.net.SocketFactory;
import okhttp3.OkHttpClient;

/**
 * Short texts of strangers. May throw nothing. What is shown has no line break and no control character; a file name is one; no result
 * is asked for at an address of the host's own network.
 */
final class WordsTarget implements FuzzTarget {
  private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T03:00:00Z"));
  private static final String KEY = "0123456789abcdef0123";
  private static final int SHOWN = 200;

  private final ServiceWords words = new ServiceWords(Secret.of(KEY));
  private final HttpAudioFetcher fetcher;

  WordsTarget(Path directory) {
    OkHttpClient nowhere = new OkHttpClient.Builder().socketFactory(new NoSockets()).dns(host -> {
      throw new UnknownHostException(host);
    }).build();
    Path spool = directory.resolve("spool");
    fetcher = new HttpAudioFetcher(new FetchSettings(spool, 1 << 20, Duration.ofSeconds(5), Set.of()),
        new Spool(spool, 1 << 20), nowhere, CLOCK);
  }

  @Override
  public void read(byte[] input) throws IOException {
    String text = new String(input, input.length % 2 == 0 ? StandardCharsets.UTF_8 : StandardCharsets.UTF_16BE);
    String shown = SafeText.shown(text, SHOWN);
    if (shown.length() > 4 * SHOWN || shown.chars().anyMatch(c -> c < ' ') || shown.contains("<@")) {
      throw new IllegalStateException("this is not safe to show");
    }
    if (!SafeText.fileName(text, "0ABCDEFGHJKMN", "wav").matches("[a-z0-9-]{1,42}-0ABCDEFGHJKMN\\.wav")) {
      throw new IllegalStateException("this is no file name");
    }
    if (words.clean(text, "warm piano").contains(KEY)) {
      throw new IllegalStateException("a key is shown");
    }
    RetryAfter.parse(text, CLOCK);
    Press.generation(text);
    fetch(text);
  }

  private void fetch(String text) {
    try {
      FetchOutcome outcome = fetcher.fetch(new URI(text.strip()), "0ABCDEFGHJKMN");
      if (outcome instanceof FetchOutcome.Fetched) {
        throw new IllegalStateException("there is no network");
      }
    } catch (ProviderException | URISyntaxException declared) {
      // that is what they are for
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(seed("@everyone <@123> **a** [x](https://a.example) \u202E``` 1. # z\u0301\u0302"),
        seed("https://cdn.example/a.wav?sig=1"), seed("https://8.8.8.8/a"), seed("https://[2606:4700::1111]/"),
        seed("https://127.1/"), seed("https://user@h:8443/"), seed("Wed, 21 Oct 2026 07:28:00 GMT"), seed("120"),
        seed("\"quoted\" it's `code` " + KEY + " https://x.example"), seed("0ABCDEFGHJKMN"));
  }

  private static byte[] seed(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Nothing leaves this process; and where it would have gone must be a public address. */
  private static final class NoSockets extends SocketFactory {
    @Override
    public Socket createSocket() {
      return new Socket() {
        @Override
        public void connect(SocketAddress address, int timeoutMillis) throws IOException {
          InetAddress to = ((InetSocketAddress) address).getAddress();
          if (to.isLoopbackAddress() || to.isSiteLocalAddress() || to.isLinkLocalAddress() || to.isAnyLocalAddress()
              || to.isMulticastAddress()) {
            throw new IllegalStateException("a result was asked for in the host's own network");
          }
          throw new IOException("there is no network");
        }
      };
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
      throw new IOException("not used");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
      throw new IOException("not used");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
      throw new IOException("not used");
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
        throws IOException {
      throw new IOException("not used");
    }
  }
}
