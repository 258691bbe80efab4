package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call. Thread-safe. */
final class AimlKeys {
  private static final Pattern BEARER = Pattern.compile("Bearer +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private final Set<String> good;
  private final AimlApiSettings settings;
  private final Chance chance;

  AimlKeys(AimlApiSettings settings, Chance chance) {
    this.good = settings.keys();
    this.settings = settings;
    this.chance = chance;
  }

  AimlExchange open(Context ctx) {
    return new AimlExchange(ctx, chance.uuid(), settings.clock().instant());
  }

  /**
   * The key of a request.
   *
   * @throws Refusal 401 if it is missing or not a good one
   */
  String check(AimlExchange exchange) throws Refusal {
    String header = exchange.ctx().header("Authorization");
    if (header == null) {
      throw new Refusal(401, "Authorization: expected 'Bearer <key>', received nothing");
    }
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches() || !good.contains(bearer.group(1))) {
      throw new Refusal(401, "Authorization: expected 'Bearer <key>' with a key of an account, received another one");
    }
    return bearer.group(1);
  }
}
