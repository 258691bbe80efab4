package dev.foley.playground.services.fal;

import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who may call. Thread-safe. */
final class FalKeys {
  private static final Pattern KEY = Pattern.compile("Key +(\\S+) *", Pattern.CASE_INSENSITIVE);

  private final FalSettings settings;
  private final Chance chance;

  FalKeys(FalSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
  }

  FalExchange open(Context ctx) {
    return new FalExchange(ctx, chance.uuid(), settings.clock().instant());
  }

  /**
   * The key of a request.
   *
   * @throws Refusal 401 if it is missing or not a good one
   */
  String check(FalExchange exchange) throws Refusal {
    String header = exchange.ctx().header("Authorization");
    Matcher key = KEY.matcher(header == null ? "" : header);
    if (!key.matches()) {
      throw new Refusal(401, "Authentication is required: send 'Authorization: Key <key>'");
    }
    if (!settings.keys().contains(key.group(1))) {
      throw new Refusal(401, "No user found for this key");
    }
    return key.group(1);
  }

  /** @throws Refusal 401 as above, 403 if the key is not an admin's */
  String checkAdmin(FalExchange exchange) throws Refusal {
    String key = check(exchange);
    if (!settings.adminKeys().contains(key)) {
      throw new Refusal(403, "This needs a key with the admin scope");
    }
    return key;
  }
}
