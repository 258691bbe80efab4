package dev.foley.provider.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.provider.Answer;
import dev.foley.provider.Balance;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** An answer read leniently: what is absent, null or of an unexpected type is empty, and what is unknown is passed over. */
final class FalAnswer {
  /** No job has as many units; a number like 1e999999999 is not one to calculate with. */
  private static final BigDecimal MAX_AMOUNT = BigDecimal.valueOf(1_000_000_000_000_000L);
  private static final int MAX_AMOUNT_LENGTH = 30;

  private final ObjectNode body;
  private final Answer answer;

  private FalAnswer(ObjectNode body, Answer answer) {
    this.body = body;
    this.answer = answer;
  }

  /** Empty if the body is not one whole JSON object. */
  static Optional<FalAnswer> of(Answer answer) {
    return answer.json() instanceof ObjectNode object
        ? Optional.of(new FalAnswer(object, answer))
        : Optional.empty();
  }

  static Optional<String> text(JsonNode node) {
    return node.isTextual() && !node.textValue().isBlank() ? Optional.of(node.textValue().strip()) : Optional.empty();
  }

  Optional<String> requestId() {
    return text(body.path("request_id"));
  }

  Optional<String> responseUrl() {
    return text(body.path("response_url"));
  }

  Optional<String> statusUrl() {
    return text(body.path("status_url"));
  }

  Optional<String> cancelUrl() {
    return text(body.path("cancel_url"));
  }

  /** In upper case. */
  Optional<String> status() {
    return text(body.path("status")).map(word -> word.toUpperCase(Locale.ROOT));
  }

  /** How many are before it in the queue. */
  OptionalInt queuePosition() {
    JsonNode position = body.path("queue_position");
    return position.isNumber() && position.canConvertToInt() && position.intValue() >= 0
        && position.intValue() < Integer.MAX_VALUE
            ? OptionalInt.of(position.intValue())
            : OptionalInt.empty();
  }

  /** The error in a body that should be one. */
  Optional<FalError> error() {
    return FalError.of(body, answer.header("X-Fal-Error-Type"));
  }

  /** Where the sound is: older models say {@code audio_file}, newer ones {@code audio}. */
  Optional<String> fileUrl() {
    return text(body.path("audio_file").path("url")).or(() -> text(body.path("audio").path("url")));
  }

  /** {@code X-Fal-Billable-Units}; bodies say nothing about money. */
  Optional<Cost> cost() {
    return answer.header("X-Fal-Billable-Units").flatMap(FalAnswer::amount).filter(units -> units.signum() >= 0)
        .map(units -> new Cost(units, CostUnit.FAL_UNITS));
  }

  Optional<Balance> balance() {
    JsonNode credits = body.path("credits");
    JsonNode amount = credits.path("current_balance");
    boolean dollars = text(credits.path("currency")).map(currency -> currency.equals("USD")).orElse(true);
    return amount.isNumber() && dollars
        ? amount(amount.asText()).map(usd -> new Balance(usd, CostUnit.USD, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<BigDecimal> amount(String text) {
    try {
      return text.length() > MAX_AMOUNT_LENGTH
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.strip())).filter(FalAnswer::isSensible);
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Compared by magnitude first, since comparing 1e999999999 would write it out. */
  private static boolean isSensible(BigDecimal amount) {
    return Math.abs((long) amount.precision() - amount.scale()) < 20 && amount.abs().compareTo(MAX_AMOUNT) <= 0;
  }
}
