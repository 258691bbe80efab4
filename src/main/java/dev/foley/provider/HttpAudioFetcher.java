package dev.foley.provider;

import dev.foley.provider.ProviderException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * Fetches results over HTTP into the spool directory. What comes is trusted in nothing: not its address
 * ({@link AddressPolicy}), not its length, not its content type.
 *
 * <table>
 * <caption>What happens, and what is made of it</caption>
 * <tr><th>event</th><th>outcome</th></tr>
 * <tr><td>audio, whole</td><td>{@code Fetched}</td></tr>
 * <tr><td>address or redirect not acceptable</td><td>{@code Rejected(RESULT_ADDRESS_REFUSED)}</td></tr>
 * <tr><td>larger than the bound, by its header or by its bytes</td><td>{@code Rejected(RESULT_TOO_LARGE)}</td></tr>
 * <tr><td>HTML, JSON, nothing, a WAV that makes no sense</td><td>{@code Broken(RESULT_NOT_AUDIO)}</td></tr>
 * <tr><td>cut off: less than announced, or a WAV that ends early</td><td>{@code Broken(RESULT_TRUNCATED)}</td></tr>
 * <tr><td>body not complete in time, or stalled</td><td>{@code Broken(RESULT_UNREACHABLE)}</td></tr>
 * <tr><td>403, 404, 410, other 4xx, a redirect too many</td><td>{@code Broken(RESULT_UNREACHABLE)}: a CDN may be late</td></tr>
 * <tr><td>429</td><td>{@code THROTTLED}</td></tr>
 * <tr><td>408, 5xx, no connection, no name, no answer in time</td><td>{@code UNAVAILABLE}</td></tr>
 * <tr><td>disk full or not writable</td><td>{@code UNAVAILABLE}, and the message says so</td></tr>
 * </table>
 */
public final class HttpAudioFetcher implements AudioFetcher {
  private final FetchSettings settings;
  private final Spool spool;
  private final InstantSource clock;
  private final ResultRequests requests;

  /**
   * @param shared the program's one client; what this sends shares nothing with it but threads, lookup and trusted
   *     certificates
   * @param clock for {@code Retry-After} with a date
   * @throws IllegalArgumentException if an allowed host is not a host or {@code host:port}
   */
  public HttpAudioFetcher(FetchSettings settings, Spool spool, OkHttpClient shared, InstantSource clock) {
    this.settings = settings;
    this.spool = spool;
    this.clock = clock;
    this.requests = new ResultRequests(settings.allowedHosts(), shared);
  }

  @Override
  public FetchOutcome fetch(URI result, String name) throws ProviderException {
    return fetch(result, name, _ -> {});
  }

  @Override
  public FetchOutcome fetch(URI result, String name, Consumer<IncomingSound> reader) throws ProviderException {
    try (SpoolFile file = spool.begin(name, Optional.empty())) {
      return fetch(result, file, reader);
    } catch (AddressRefusedException e) {
      return new FetchOutcome.Rejected(FailureReason.RESULT_ADDRESS_REFUSED, "address refused: " + e.getMessage());
    } catch (SpoolException e) {
      throw new ProviderException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new ProviderException(Kind.UNAVAILABLE, "no answer: " + e.getClass().getSimpleName(), e);
    }
  }

  private FetchOutcome fetch(URI result, SpoolFile file, Consumer<IncomingSound> reader)
      throws IOException, ProviderException {
    HttpUrl url = HttpUrl.parse(result.toString());
    if (url == null) {
      throw new AddressRefusedException("it is no web address");
    }
    try (Response response = requests.get(url, System.nanoTime() + settings.timeout().toNanos())) {
      Optional<FetchOutcome> refusal = judgeHead(response);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      long announced = response.body().contentLength();
      if (announced >= 0) {
        file.expect(announced, result, reader);
      }
      Optional<FetchOutcome> fault = file.append(response.body().source());
      return fault.isPresent() ? fault.get() : file.finish(Optional.of(result));
    }
  }

  private Optional<FetchOutcome> judgeHead(Response response) throws ProviderException {
    int status = response.code();
    String detail = "HTTP " + status;
    if (status == 429 || status == 408 || status >= 500) {
      Duration wait = RetryAfter.parse(response.header("Retry-After"), clock).orElse(null);
      throw new ProviderException(status == 429 ? Kind.THROTTLED : Kind.UNAVAILABLE, detail, wait, null);
    }
    if (status != 200) {
      return Optional.of(new FetchOutcome.Broken(FailureReason.RESULT_UNREACHABLE, detail));
    }
    long announced = response.body().contentLength();
    return announced > spool.maxBytes() ? Optional.of(spool.tooLarge(announced)) : Optional.empty();
  }
}
