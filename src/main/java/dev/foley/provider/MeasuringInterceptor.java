package dev.foley.provider;

import dev.foley.provider.ProviderCallListener.Outcome;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells a {@link ProviderCallListener} of each request that carries a {@link ProviderCall}. */
public final class MeasuringInterceptor implements Interceptor {
  private final ProviderCallListener listener;

  public MeasuringInterceptor(ProviderCallListener listener) {
    this.listener = listener;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    ProviderCall call = chain.request().tag(ProviderCall.class);
    if (call == null) {
      return chain.proceed(chain.request());
    }
    long start = System.nanoTime();
    Outcome outcome = Outcome.NO_ANSWER;
    try {
      Response response = chain.proceed(chain.request());
      outcome = outcome(response.code());
      return response;
    } finally {
      listener.called(call.provider(), call.name(), outcome, System.nanoTime() - start);
    }
  }

  private static Outcome outcome(int status) {
    if (status < 300) {
      return Outcome.ANSWERED;
    }
    if (status == 429) {
      return Outcome.THROTTLED;
    }
    return status < 500 ? Outcome.REFUSED : Outcome.FAILED;
  }
}
