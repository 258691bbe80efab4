package dev.foley.provider.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The body of an error, in any of the service's shapes: {@code detail} is an object with {@code code} (newer) or with
 * {@code status} alone (older), a list of what is wrong with the request (from its web framework), or a text.
 *
 * @param code the service's word for the error, in lower case; empty if it has none
 * @param message the service's own words; not fit for a log yet
 */
record ServiceError(String code, Optional<String> message) {
  private static final int MAX_PROBLEMS = 5;

  static ServiceError of(Answer answer) {
    JsonNode root = answer.json();
    JsonNode detail = root.path("detail");
    if (detail.isArray()) {
      return new ServiceError("", problems(detail));
    }
    if (detail.isObject()) {
      return of(detail);
    }
    return detail.isTextual() ? new ServiceError("", JsonBody.text(detail)) : of(root);
  }

  private static ServiceError of(JsonNode error) {
    String code = JsonBody.text(error.path("code")).or(() -> JsonBody.text(error.path("status"))).orElse("");
    return new ServiceError(code.toLowerCase(Locale.ROOT), JsonBody.text(error.path("message")));
  }

  private static Optional<String> problems(JsonNode list) {
    List<String> problems = new ArrayList<>();
    for (JsonNode problem : list) {
      List<String> place = new ArrayList<>();
      problem.path("loc").forEach(step -> place.add(step.asText()));
      String message = problem.path("msg").asText("");
      if (problems.size() < MAX_PROBLEMS && !(place.isEmpty() && message.isBlank())) {
        problems.add(String.join(".", place) + ": " + message);
      }
    }
    return problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems));
  }
}
