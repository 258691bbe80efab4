package dev.foley.playground.services.elevenlabs;

import dev.foley.playground.services.Chance;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.util.List;

/** Who may call. Thread-safe. */
final class ElevenDoor {
  private final ElevenLabsSettings settings;
  private final Chance chance;

  ElevenDoor(ElevenLabsSettings settings, Chance chance) {
    this.settings = settings;
    this.chance = chance;
  }

  ElevenExchange open(Context ctx) {
    return new ElevenExchange(ctx, chance.token(20), chance.hex(32), settings.clock().instant());
  }

  /**
   * The key of a request.
   *
   * @throws Refusal 401 if it is missing or not a good one
   */
  String check(ElevenExchange exchange) throws Refusal {
    String key = exchange.ctx().header("xi-api-key");
    if (key == null || key.isEmpty()) {
      throw new Refusal(401, "missing_api_key", List.of("The header xi-api-key is needed"));
    }
    if (!settings.keys().contains(key)) {
      throw new Refusal(401, "invalid_api_key", List.of("The key in xi-api-key is not one of an account"));
    }
    return key;
  }
}
