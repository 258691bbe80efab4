package dev.foley.discord;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import okhttp3.Interceptor;
import okhttp3.Response;

/** Tells of each request to Discord's REST API how it was answered. Thread-safe. */
public final class RestWatch implements Interceptor {
  /** The first words of routes that Foley uses; ids and tokens follow. */
  private static final Set<String> ROUTES = Set.of("applications", "channels", "gateway", "guilds", "interactions",
      "users", "webhooks");
  private static final int NO_ANSWER = -1;

  private final Listener listener;

  public RestWatch(Listener listener) {
    this.listener = listener;
  }

  /** Called on the thread that made the request; must not throw. */
  @FunctionalInterface
  public interface Listener {
    /**
     * A request ended.
     *
     * @param route such as {@code interactions}, or {@code other}
     * @param status of HTTP; -1 if no answer came
     * @param took until the head of the answer
     */
    void answered(String route, int status, Duration took);
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    long start = System.nanoTime();
    int status = NO_ANSWER;
    try {
      Response response = chain.proceed(chain.request());
      status = response.code();
      return response;
    } finally {
      listener.answered(route(chain.request().url().pathSegments()), status,
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** A proxy may have put words of its own before them. */
  private static String route(List<String> path) {
    return path.stream().filter(ROUTES::contains).findFirst().orElse("other");
  }
}
