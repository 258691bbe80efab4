package dev.foley.provider;

import java.io.IOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Asks for a result, hop by hop: each address is checked before it is asked, and the whole way has one deadline.
 * Nothing of ours goes along: no key, no cookie, no interceptor of the shared client. No proxy is used either, since
 * a proxy would do the lookup, and the lookup is what is checked. Thread-safe.
 */
final class ResultRequests {
  private static final int MAX_REDIRECTS = 5;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
  /** A host that sends nothing for so long has stopped. */
  private static final Duration STALL_TIMEOUT = Duration.ofSeconds(30);

  private final AddressPolicy policy;
  private final OkHttpClient publicHosts;
  private final OkHttpClient listedHosts;

  ResultRequests(Set<String> allowedHosts, OkHttpClient shared) {
    policy = new AddressPolicy(allowedHosts, shared.dns());
    OkHttpClient.Builder builder = shared.newBuilder()
        .followRedirects(false)
        .followSslRedirects(false)
        .authenticator(Authenticator.NONE)
        .cookieJar(CookieJar.NO_COOKIES)
        .cache(null)
        .proxy(Proxy.NO_PROXY)
        .connectionPool(new ConnectionPool(2, 10, TimeUnit.SECONDS))
        .connectTimeout(CONNECT_TIMEOUT)
        .readTimeout(STALL_TIMEOUT);
    builder.interceptors().clear();
    builder.networkInterceptors().clear();
    // Two clients and not one that asks who is meant: a connection is only shared among those with the same lookup.
    publicHosts = builder.dns(policy.dns()).build();
    listedHosts = builder.dns(policy.trustingDns()).build();
  }

  /**
   * @param deadlineNanos of {@link System#nanoTime()}, for the body too
   * @return the answer, to be closed; one of a redirect only where there is nowhere to go, or after the last that is
   *     followed
   * @throws AddressRefusedException if the address, or one that it redirects to, is not asked
   */
  Response get(HttpUrl start, long deadlineNanos) throws IOException {
    HttpUrl url = start;
    for (int redirects = 0;; redirects++) {
      policy.check(url);
      Response response = call(url, deadlineNanos).execute();
      String location = response.header("Location");
      if (!isRedirect(response.code()) || location == null || redirects == MAX_REDIRECTS) {
        return response;
      }
      response.close();
      url = url.resolve(location);
      if (url == null) {
        throw new AddressRefusedException("it redirects to what is no web address");
      }
    }
  }

  private Call call(HttpUrl url, long deadlineNanos) {
    Request request = new Request.Builder().url(url)
        .header("Accept-Encoding", "identity") // sizes and bounds mean the file itself
        .build();
    Call call = (policy.trusts(url) ? listedHosts : publicHosts).newCall(request);
    call.timeout().timeout(Math.max(1, deadlineNanos - System.nanoTime()), TimeUnit.NANOSECONDS);
    return call;
  }

  private static boolean isRedirect(int status) {
    return (status >= 300 && status <= 303) || status == 307 || status == 308;
  }
}
