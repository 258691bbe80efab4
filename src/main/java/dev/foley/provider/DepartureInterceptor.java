package dev.foley.provider;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/** A network interceptor, so that it runs when there is a connection: asks the {@link Departure} with which a request is tagged. */
final class DepartureInterceptor implements Interceptor {
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    Departure departure = request.tag(Departure.class);
    if (departure != null && !departure.mayLeave()) {
      throw new IOException("not wanted any more");
    }
    return chain.proceed(request);
  }
}
