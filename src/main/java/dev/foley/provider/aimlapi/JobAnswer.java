package dev.foley.provider.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import dev.foley.provider.Balance;
import dev.foley.provider.Cost;
import dev.foley.provider.CostUnit;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of any answer, read leniently: what is absent, null or of an unexpected type is empty, and what is unknown
 * is passed over. The service's documents disagree among themselves about all of it.
 *
 * @param id {@code id}, else {@code generation_id} as older pages have it
 * @param status in lower case
 * @param url {@code audio_file.url}, as it stands
 * @param error the service's own words about what went wrong: {@code error.name} and {@code error.message}, or
 *     {@code error} where it is a string, or the {@code message} of an error body
 * @param cost {@code meta.usage.credits_used}
 */
record JobAnswer(Optional<String> id, Optional<String> status, Optional<String> url, Optional<String> error,
    Optional<Cost> cost) {
  /** No job costs as many credits; a number like 1e999999999 is not one to calculate with. */
  private static final double MAX_CREDITS = 1e15;

  /** Empty if the body is not one whole JSON object. */
  static Optional<JobAnswer> of(Answer answer) {
    JsonNode root = answer.json();
    if (!root.isObject()) {
      return Optional.empty();
    }
    return Optional.of(new JobAnswer(text(root.path("id")).or(() -> text(root.path("generation_id"))),
        text(root.path("status")).map(status -> status.strip().toLowerCase(Locale.ROOT)),
        text(root.path("audio_file").path("url")), error(root), cost(root.path("meta").path("usage"))));
  }

  /** The {@code current_balance} of a billing answer, which is in US dollars. */
  static Optional<Balance> balance(Answer answer) {
    JsonNode amount = answer.json().path("current_balance");
    return amount.isNumber() && Math.abs(amount.doubleValue()) <= MAX_CREDITS
        ? Optional.of(new Balance(amount.decimalValue(), CostUnit.USD, Optional.empty()))
        : Optional.empty();
  }

  private static Optional<String> error(JsonNode root) {
    JsonNode error = root.path("error");
    Optional<String> name = text(error.path("name")).or(() -> text(error)).or(() -> text(root.path("title")));
    Optional<String> message = text(error.path("message")).or(() -> text(root.path("message")));
    if (name.isEmpty()) {
      return message;
    }
    return name.map(words -> message.map(more -> words + ": " + more).orElse(words));
  }

  private static Optional<Cost> cost(JsonNode usage) {
    JsonNode credits = usage.path("credits_used");
    if (!credits.isNumber() || !(credits.doubleValue() >= 0 && credits.doubleValue() <= MAX_CREDITS)) {
      return Optional.empty();
    }
    BigDecimal value = credits.decimalValue();
    return Optional.of(new Cost(value, CostUnit.AIML_CREDITS));
  }

  private static Optional<String> text(JsonNode node) {
    return (node.isTextual() || node.isNumber()) && !node.asText().isBlank()
        ? Optional.of(node.asText())
        : Optional.empty();
  }
}
