package dev.foley.provider;

import dev.foley.audio.AudioContainer;
import dev.foley.audio.AudioContent;
import dev.foley.audio.FileKind;
import dev.foley.audio.WavFormatException;
import dev.foley.audio.WavFormatException.Problem;
import dev.foley.audio.WavInspector;
import dev.foley.provider.ProviderException.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okio.BufferedSource;

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
  private static final int BUFFER_BYTES = 64 << 10;

  private final FetchSettings settings;
  private final InstantSource clock;
  private final ResultRequests requests;
  private final Spool spool;
  /** Two writers to one file would make a third of it. */
  private final Set<String> underWay = ConcurrentHashMap.newKeySet();

  /**
   * Makes the spool directory, if it is not there.
   *
   * @param shared the program's one client; what this sends shares nothing with it but threads, lookup and trusted
   *     certificates
   * @param clock for {@code Retry-After} with a date
   * @throws java.io.UncheckedIOException if the directory cannot be made
   * @throws IllegalArgumentException if an allowed host is not a host or {@code host:port}
   */
  public HttpAudioFetcher(FetchSettings settings, OkHttpClient shared, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
    this.requests = new ResultRequests(settings.allowedHosts(), shared);
    this.spool = new Spool(settings.spool());
  }

  @Override
  public FetchOutcome fetch(URI result, String name) throws ProviderException {
    Path part = spool.part(name);
    if (!underWay.add(name)) {
      throw new ProviderException(Kind.UNAVAILABLE, "this result is being fetched already");
    }
    try {
      return fetch(result, name, part);
    } catch (AddressRefusedException e) {
      return new FetchOutcome.Rejected(FailureReason.RESULT_ADDRESS_REFUSED, "address refused: " + e.getMessage());
    } catch (SpoolException e) {
      throw new ProviderException(Kind.UNAVAILABLE, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new ProviderException(Kind.UNAVAILABLE, "no answer: " + e.getClass().getSimpleName(), e);
    } finally {
      spool.remove(part); // gone already if it was kept
      underWay.remove(name);
    }
  }

  private FetchOutcome fetch(URI result, String name, Path part) throws IOException, ProviderException {
    HttpUrl url = HttpUrl.parse(result.toString());
    if (url == null) {
      throw new AddressRefusedException("it is no web address");
    }
    try (Response response = requests.get(url, System.nanoTime() + settings.timeout().toNanos())) {
      Optional<FetchOutcome> refusal = judgeHead(response);
      if (refusal.isPresent()) {
        return refusal.get();
      }
      Optional<FetchOutcome> fault = copy(response.body().source(), part);
      return fault.isPresent() ? fault.get() : judgeFile(result, name, part);
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
    return announced > settings.maxBytes() ? Optional.of(tooLarge(announced)) : Optional.empty();
  }

  private FetchOutcome tooLarge(long bytes) {
    return new FetchOutcome.Rejected(FailureReason.RESULT_TOO_LARGE,
        bytes + " bytes or more, " + settings.maxBytes() + " allowed");
  }

  /** Empty if the body came whole. */
  private Optional<FetchOutcome> copy(BufferedSource source, Path part) throws SpoolException, ProviderException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    long bytes = 0;
    FileChannel file = spool.open(part);
    try {
      while (source.read(buffer.clear()) >= 0) {
        bytes += buffer.position();
        if (bytes > settings.maxBytes()) {
          return Optional.of(tooLarge(bytes));
        }
        spool.write(file, buffer.flip());
      }
      spool.sync(file);
      return Optional.empty();
    } catch (SpoolException e) {
      throw e;
    } catch (IOException e) {
      return Optional.of(cutOff(e, bytes));
    } finally {
      spool.close(file);
    }
  }

  private static FetchOutcome cutOff(IOException e, long bytes) throws ProviderException {
    if (Thread.currentThread().isInterrupted()) {
      throw new ProviderException(Kind.UNAVAILABLE, "interrupted after " + bytes + " bytes", e);
    }
    return e instanceof InterruptedIOException
        ? new FetchOutcome.Broken(FailureReason.RESULT_UNREACHABLE,
            "too slow: " + bytes + " bytes before the time was up")
        : new FetchOutcome.Broken(FailureReason.RESULT_TRUNCATED, "cut off after " + bytes + " bytes");
  }

  private FetchOutcome judgeFile(URI result, String name, Path part) throws SpoolException {
    try {
      return switch (FileKind.of(part)) {
        case FileKind.Audio(AudioContainer container) -> {
          AudioContent content = container == AudioContainer.WAV
              ? WavInspector.inspect(part).content()
              : new AudioContent.Compressed(container);
          Path file = spool.keep(part, name, container);
          yield new FetchOutcome.Fetched(new AudioArtifact(file, Files.size(file), content, result));
        }
        case FileKind.Other other -> new FetchOutcome.Broken(FailureReason.RESULT_NOT_AUDIO,
            "not audio: " + other.name().toLowerCase(Locale.ROOT) + ", " + Files.size(part) + " bytes");
      };
    } catch (WavFormatException e) {
      return new FetchOutcome.Broken(
          e.problem() == Problem.TRUNCATED ? FailureReason.RESULT_TRUNCATED : FailureReason.RESULT_NOT_AUDIO,
          e.problem() + ": " + e.getMessage());
    } catch (SpoolException e) {
      throw e;
    } catch (IOException e) {
      throw new SpoolException("the spool directory cannot be read: " + e.getMessage(), e);
    }
  }

  @Override
  public boolean holds(AudioArtifact audio) {
    try {
      return Files.isRegularFile(audio.file()) && Files.size(audio.file()) == audio.sizeBytes();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void discard(AudioArtifact audio) {
    if (spool.owns(audio.file())) {
      spool.remove(audio.file());
    }
  }

  /**
   * Removes what earlier runs left over. To be called before the first fetch.
   *
   * @param names of fetches whose files are still needed, as given to {@link #fetch}
   * @return how many files were removed
   */
  public int sweep(Set<String> names) {
    return spool.sweep(names);
  }
}
