package dev.foley.provider;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * A network interceptor that keeps OkHttp from repeating a request by itself: it does so once for a 503 with
 * {@code Retry-After: 0}, also for a POST, and no setting of the client stops it. A submit repeated is a second charge.
 *
 * @see "okhttp3.internal.http.RetryAndFollowUpInterceptor of OkHttp 5.5, followUpRequest"
 */
public final class NoRepeatInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After");
    return response.code() == 503 && retryAfter != null && retryAfter.matches("0+")
        ? response.newBuilder().removeHeader("Retry-After").build()
        : response;
  }
}
