package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fixed windows per bucket and one for all routes together. Thread-safe.
 *
 * @see <a href="https://docs.discord.com/developers/topics/rate-limits">Discord's rate limits</a>
 */
final class RateLimits {
  /**
   * How many requests in how long. Discord publishes only the gateway's; the others are what is commonly observed.
   */
  record Limit(int requests, Duration window) {
    static final Limit COMMON = new Limit(50, Duration.ofSeconds(1));
    static final Limit MESSAGES = new Limit(5, Duration.ofSeconds(5));
    static final Limit WEBHOOK = new Limit(5, Duration.ofSeconds(2));
    static final Limit GATEWAY = new Limit(120, Duration.ofSeconds(60));
    static final Limit COMMANDS = new Limit(20, Duration.ofSeconds(60));
  }

  private static final Limit GLOBAL = new Limit(50, Duration.ofSeconds(1));
  private static final int MAX_WINDOWS = 10_000;

  private static final class Window {
    Instant resetAt = Instant.EPOCH;
    int used;
  }

  private final InstantSource clock;
  private final Map<String, Window> windows = new LinkedHashMap<>();
  private boolean enforced = true;

  RateLimits(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void enforce(boolean on) {
    enforced = on;
    windows.clear();
  }

  /**
   * Counts a request.
   *
   * @param bucket the route's template, by which clients learn which routes share a limit
   * @param major what separates its windows: a channel, guild or webhook
   * @return the headers of the answer
   * @throws ApiError 429 if the bucket, or the bot as a whole, is used up
   */
  synchronized Map<String, String> take(String bucket, String major, Limit limit, boolean countsGlobally) {
    Instant now = clock.instant();
    if (countsGlobally && !count(window("global", GLOBAL, now), GLOBAL)) {
      throw refusal(Fault.Scope.GLOBAL, Duration.between(now, window("global", GLOBAL, now).resetAt), Map.of());
    }
    Window window = window(bucket + " " + major, limit, now);
    boolean granted = count(window, limit);
    Map<String, String> headers = headers(bucket, limit, window, now);
    if (!granted) {
      throw refusal(Fault.Scope.USER, Duration.between(now, window.resetAt), headers);
    }
    return headers;
  }

  /**
   * Counts what a bot says on a gateway connection, heartbeats included. The 60 s begin with the first event after the
   * last 60 s, as client libraries count them.
   *
   * @return false if it is too much, after which Discord closes the connection
   */
  synchronized boolean takeEvent(String connection) {
    return count(window("gateway " + connection, Limit.GATEWAY, clock.instant()), Limit.GATEWAY);
  }

  /**
   * A 429 as Discord's own edge sends it: with {@code via}, without which clients suspect a ban by Cloudflare, and with
   * whole seconds in {@code Retry-After}.
   */
  static ApiError refusal(Fault.Scope scope, Duration retryAfter, Map<String, String> bucketHeaders) {
    boolean global = scope == Fault.Scope.GLOBAL;
    double seconds = Math.max(1, retryAfter.toMillis()) / 1000.0;
    ObjectNode body = Json.object().put("message", scope == Fault.Scope.SHARED
        ? "The resource is being rate limited."
        : "You are being rate limited.").put("code", 0)
        .put("retry_after", seconds).put("global", global);
    Map<String, String> headers = new LinkedHashMap<>(bucketHeaders);
    headers.put("Retry-After", Long.toString((long) Math.ceil(seconds)));
    headers.put("X-RateLimit-Scope", scope.name().toLowerCase(Locale.ROOT));
    if (global) {
      headers.put("X-RateLimit-Global", "true");
    }
    return new ApiError(429, body, headers);
  }

  private boolean count(Window window, Limit limit) {
    if (window.used >= limit.requests()) {
      return !enforced;
    }
    window.used++;
    return true;
  }

  private Window window(String key, Limit limit, Instant now) {
    Window window = windows.computeIfAbsent(key, _ -> new Window());
    if (!now.isBefore(window.resetAt)) {
      window.resetAt = now.plus(limit.window());
      window.used = 0;
    }
    if (windows.size() > MAX_WINDOWS) {
      windows.remove(windows.keySet().iterator().next());
    }
    return window;
  }

  private static Map<String, String> headers(String bucket, Limit limit, Window window, Instant now) {
    double left = Duration.between(now, window.resetAt).toMillis() / 1000.0;
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("X-RateLimit-Limit", Integer.toString(limit.requests()));
    headers.put("X-RateLimit-Remaining", Integer.toString(limit.requests() - window.used));
    headers.put("X-RateLimit-Reset", String.format(Locale.ROOT, "%.3f", window.resetAt.toEpochMilli() / 1000.0));
    headers.put("X-RateLimit-Reset-After", String.format(Locale.ROOT, "%.3f", left));
    headers.put("X-RateLimit-Bucket", "%032x".formatted(bucket.hashCode() & 0xFFFF_FFFFL));
    return headers;
  }
}
