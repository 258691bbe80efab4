package dev.foley.provider;

import dev.foley.provider.ProviderException.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/**
 * HTTP to one service, and what can be known of a submit that failed. Thread-safe.
 *
 * <p>A submit is charged for and has no idempotency key, so it matters whether one that failed can have arrived. It
 * cannot if its first byte was never written: no address, no connection, no TLS. OkHttp reports the moment before it
 * writes; a failure before that is {@code UNAVAILABLE}, one after it {@code OUTCOME_UNKNOWN}.
 *
 * <p>A connection out of a pool blurs this: the service may have closed it a moment ago, which shows only after the
 * request was written, as a reset. That would make an unknown outcome of what is an everyday event. So each submit
 * has a connection of its own, HTTP/1.1 and never pooled; a handshake is nothing beside making a sound.
 * Questions are free to repeat, so they share connections; these are dropped after a time that is shorter than most
 * servers keep them.
 *
 * <p>Nothing is repeated here, no redirect is followed (the key would go along), no cookie is kept.
 */
public final class ServiceTransport {
  private static final int IDLE_CONNECTIONS = 32;
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final ProviderName provider;
  private final OkHttpClient submitClient;
  private final OkHttpClient askClient;

  /**
   * @param shared the program's one client; connections, timeouts and interceptors for this service are derived from it
   * @param submitTimeout for one submit, from dialling to the last byte; long where the answer is the sound
   * @param askTimeout for any other request
   */
  public ServiceTransport(ProviderName provider, KeyHeader key, Duration submitTimeout, Duration askTimeout,
      OkHttpClient shared, ProviderCallListener listener) {
    this.provider = provider;
    // While a call is under way OkHttp looks after its pool at this interval, even one that keeps nothing.
    submitClient = client(submitTimeout, key, shared, listener)
        .protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(0, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
        // A race of a host's addresses takes two threads more for each connection; by turns, IPv4 comes first.
        .fastFallback(false)
        .addNetworkInterceptor(new DepartureInterceptor()).build();
    askClient = client(askTimeout, key, shared, listener)
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
        .build();
  }

  private static OkHttpClient.Builder client(Duration timeout, KeyHeader key, OkHttpClient shared,
      ProviderCallListener listener) {
    return shared.newBuilder()
        .callTimeout(timeout)
        .connectTimeout(timeout.compareTo(CONNECT_TIMEOUT) < 0 ? timeout : CONNECT_TIMEOUT)
        .readTimeout(timeout) // the service may think for long; the whole call's limit is what counts
        .writeTimeout(timeout)
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .addInterceptor(new LoggingInterceptor())
        .addInterceptor(new MeasuringInterceptor(listener))
        .addInterceptor(key)
        .addNetworkInterceptor(new NoRepeatInterceptor());
  }

  /** Makes something of an answer whose head has come. It must not throw because the body ends early. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(Response response) throws ProviderException;
  }

  /**
   * Sends what is paid for, once there is a connection and {@link Submission#departure} lets it go.
   *
   * @throws ProviderException {@code UNAVAILABLE} if nothing of the request was written; {@code OUTCOME_UNKNOWN} if no answer
   *     came, and it cannot be known whether the request arrived
   */
  public <T> T submit(Request.Builder request, Submission submission, Reader<T> reader) throws ProviderException {
    Request tagged = request
        .tag(ProviderCall.class, new ProviderCall(provider, "submit", submission.correlationId()))
        .tag(Departure.class, submission.departure()).build();
    WriteWatch watch = new WriteWatch(submission.departure());
    Call call = submitClient.newCall(tagged);
    call.addEventListener(watch);
    try (Response response = call.execute()) {
      return reader.read(response);
    } catch (IOException e) {
      throw watch.begun
          ? new ProviderException(Kind.OUTCOME_UNKNOWN, "no answer to the submit: " + type(e), e)
          : new ProviderException(Kind.UNAVAILABLE, "the service could not be reached: " + type(e), e);
    }
  }

  /**
   * Asks what is free to be asked again.
   *
   * @param name such as {@code poll}, for logs and metrics
   * @throws ProviderException {@code UNAVAILABLE} if no answer came
   */
  public <T> T ask(Request.Builder request, String name, Reader<T> reader) throws ProviderException {
    Request tagged = request.tag(ProviderCall.class, new ProviderCall(provider, name, "")).build();
    try (Response response = askClient.newCall(tagged).execute()) {
      return reader.read(response);
    } catch (IOException e) {
      throw new ProviderException(Kind.UNAVAILABLE, "no answer to the " + name + ": " + type(e), e);
    }
  }

  /** OkHttp's messages name hosts and ports; the type is what helps, and the cause is kept. */
  private static String type(IOException e) {
    return e.getClass().getSimpleName();
  }

  /** Whether OkHttp began to write the request; set before the first byte, on whichever thread writes it. Tells when it has. */
  private static final class WriteWatch extends EventListener {
    private final Departure departure;
    private volatile boolean begun;

    WriteWatch(Departure departure) {
      this.departure = departure;
    }

    @Override
    public void requestHeadersStart(Call call) {
      begun = true;
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
      departure.left();
    }
  }
}
