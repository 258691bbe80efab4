package dev.foley.playground.services.stability;

import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call, and how often. Thread-safe. */
final class StabilityKeys {
  private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private final StabilitySettings settings;
  private final Chance chance;
  private final RequestWindow window;

  StabilityKeys(StabilitySettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
    this.window = new RequestWindow(settings.limits());
  }

  StabilityExchange open(Context ctx) {
    return new StabilityExchange(ctx, chance.hex(32), settings.clock().instant());
  }

  /**
   * The key of a request.
   *
   * @throws Refusal 401 if it is missing or not a good one, 429 if it has sent too much
   */
  String check(StabilityExchange exchange) throws Refusal {
    String header = exchange.ctx().header("Authorization");
    Matcher bearer = BEARER.matcher(header == null ? "" : header);
    if (!bearer.matches() || !settings.keys().contains(bearer.group(1))) {
      throw new Refusal(401, "authorization: invalid or missing API key");
    }
    if (!window.admits(bearer.group(1), exchange.at())) {
      StabilitySettings.Limits limits = settings.limits();
      throw new Refusal(429, "rate_limit_exceeded", List.of("more than " + limits.requests() + " requests in "
          + limits.window().toSeconds() + " seconds; wait " + limits.lockout().toSeconds() + " seconds"));
    }
    return bearer.group(1);
  }
}
