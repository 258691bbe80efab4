package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import dev.foley.provider.Balance;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What {@code GET /v1/user/subscription} says about the credits, which the service still calls characters. */
final class Subscription {
  /** In the year 9999; what lies beyond is no time that somebody meant. */
  private static final long LAST_SECOND = 253_402_300_799L;

  private Subscription() {}

  /** Empty if it does not say. */
  static Optional<Balance> balance(Answer answer) {
    JsonNode body = answer.json();
    JsonNode limit = body.path("character_limit");
    JsonNode used = body.path("character_count");
    if (!limit.canConvertToLong() || !used.canConvertToLong() || !limit.isNumber() || !used.isNumber()) {
      return Optional.empty();
    }
    BigDecimal left = BigDecimal.valueOf(limit.asLong()).subtract(BigDecimal.valueOf(used.asLong()));
    return Optional.of(new Balance(left.max(BigDecimal.ZERO), CostUnit.ELEVENLABS_CREDITS,
        renewal(body.path("next_character_count_reset_unix"))));
  }

  private static Optional<Instant> renewal(JsonNode seconds) {
    return seconds.isNumber() && seconds.canConvertToLong() && seconds.asLong() > 0 && seconds.asLong() <= LAST_SECOND
        ? Optional.of(Instant.ofEpochSecond(seconds.asLong()))
        : Optional.empty();
  }
}
