package dev.foley.provider;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Logs each request that carries a {@link ProviderCall}, by what is safe to be read: method, path without its query,
 * status, time. No header, no body and no query value gets into the log, whoever puts one into the request. What a
 * failure means is logged by those who decide about it, so this is DEBUG where all went well and INFO where not.
 */
public final class LoggingInterceptor implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(LoggingInterceptor.class);

  @Override
  public Response intercept(Chain chain) throws IOException {
    ProviderCall call = chain.request().tag(ProviderCall.class);
    if (call == null) {
      return chain.proceed(chain.request());
    }
    long start = System.nanoTime();
    try {
      Response response = chain.proceed(chain.request());
      log(response.isSuccessful() ? Level.DEBUG : Level.INFO, call, chain.request(), String.valueOf(response.code()),
          start);
      return response;
    } catch (IOException e) {
      // Its message may quote what was sent or where to; its type says enough here.
      log(Level.INFO, call, chain.request(), e.getClass().getSimpleName(), start);
      throw e;
    }
  }

  private static void log(Level level, ProviderCall call, Request request, String status, long startNanos) {
    LOG.atLevel(level).addKeyValue("provider", call.provider()).addKeyValue("call", call.name())
        .addKeyValue("method", request.method()).addKeyValue("path", request.url().encodedPath())
        .addKeyValue("status", status)
        .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos))
        .addKeyValue("correlationId", call.correlationId())
        .log("Service called");
  }
}
