package dev.foley.provider.aimlapi;

import dev.foley.provider.LoggingInterceptor;
import dev.foley.provider.MeasuringInterceptor;
import dev.foley.provider.NoRepeatInterceptor;
import dev.foley.provider.ProviderCall;
import dev.foley.provider.ProviderCallListener;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;

/**
 * The two HTTP calls of the service, and what can be known of a submit that failed.
 *
 * <p>A submit is charged for and has no idempotency key, so it matters whether one that failed can have arrived. It
 * cannot if its first byte was never written: no address, no connection, no TLS. OkHttp reports the moment before it
 * writes, and a failure before that is a {@link NotSentException}. After it, nothing can be known.
 *
 * <p>A connection out of a pool blurs this: the service may have closed it a moment ago, which shows only after the
 * request was written, as a reset. That would make an unknown outcome of what is an everyday event. So each submit
 * has a connection of its own, HTTP/1.1 and never pooled; a handshake is nothing beside a minute of making music.
 * Polls are free to repeat, so they share connections; these are dropped after a time that is shorter than most
 * servers keep them.
 *
 * <p>Nothing is repeated here, no redirect is followed (the key would go along), no cookie is kept.
 */
final class AimlApiTransport {
  /** The request was never written, so it is known not to have arrived. */
  static final class NotSentException extends IOException {
    private static final long serialVersionUID = 1L;

    NotSentException(IOException cause) {
      super(cause);
    }
  }

  /** An answer has a few hundred bytes; a larger body is not one. */
  private static final long MAX_BODY_BYTES = 1 << 20;
  private static final int IDLE_POLL_CONNECTIONS = 4;
  private static final Duration POLL_KEEP_ALIVE = Duration.ofSeconds(20);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  private static final MediaType JSON = MediaType.get("application/json");

  private final HttpUrl url;
  private final OkHttpClient submitClient;
  private final OkHttpClient pollClient;

  AimlApiTransport(AimlApiSettings settings, OkHttpClient shared, ProviderCallListener listener) {
    url = HttpUrl.get(settings.baseUrl().toString()).newBuilder().addPathSegments("v2/generate/audio").build();
    OkHttpClient client = client(settings, shared, listener);
    submitClient = client.newBuilder().protocols(List.of(Protocol.HTTP_1_1))
        .connectionPool(new ConnectionPool(0, 1, TimeUnit.NANOSECONDS)).build();
    pollClient = client.newBuilder()
        .connectionPool(new ConnectionPool(IDLE_POLL_CONNECTIONS, POLL_KEEP_ALIVE.toSeconds(), TimeUnit.SECONDS))
        .build();
  }

  private static OkHttpClient client(AimlApiSettings settings, OkHttpClient shared, ProviderCallListener listener) {
    Duration timeout = settings.callTimeout();
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
        .addInterceptor(new BearerAuthentication(settings.key()))
        .addNetworkInterceptor(new NoRepeatInterceptor())
        .build();
  }

  /**
   * @throws NotSentException if nothing of the request was written
   * @throws IOException if no answer came, and it cannot be known whether the request arrived
   */
  Answer submit(byte[] json, String correlationId) throws IOException {
    Request request = new Request.Builder().url(url).post(RequestBody.create(json, JSON))
        .header("X-Client-Request-Id", correlationId)
        .tag(ProviderCall.class, new ProviderCall(AimlApiModels.PROVIDER, "submit", correlationId))
        .build();
    return execute(submitClient.newCall(request));
  }

  /**
   * @throws IOException if no answer came
   */
  Answer poll(String jobId) throws IOException {
    Request request = new Request.Builder().url(url.newBuilder().addQueryParameter("generation_id", jobId).build())
        .tag(ProviderCall.class, new ProviderCall(AimlApiModels.PROVIDER, "poll", ""))
        .build();
    return execute(pollClient.newCall(request));
  }

  private static Answer execute(Call call) throws IOException {
    WriteWatch watch = new WriteWatch();
    call.addEventListener(watch);
    try (Response response = call.execute()) {
      return new Answer(response.code(), Optional.ofNullable(response.header("x-inference-id")),
          Optional.ofNullable(response.header("Retry-After")), read(response.body().source()));
    } catch (IOException e) {
      throw watch.begun ? e : new NotSentException(e);
    }
  }

  /** What came of the body. That it was cut off does not undo the status line, which may be all that matters. */
  private static byte[] read(BufferedSource source) {
    Buffer body = new Buffer();
    try {
      while (body.size() < MAX_BODY_BYTES && source.read(body, MAX_BODY_BYTES - body.size()) >= 0) {
        // until the end, or the limit
      }
    } catch (IOException cutOff) {
      return body.readByteArray();
    }
    return body.readByteArray();
  }

  /** Whether OkHttp began to write the request. Set before the first byte, on whichever thread writes it. */
  private static final class WriteWatch extends EventListener {
    private volatile boolean begun;

    @Override
    public void requestHeadersStart(Call call) {
      begun = true;
    }
  }
}
