package dev.foley.provider.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the service says went wrong: from a model, {@code detail} is a list of entries with a word and a sentence each; from what is in
 * front of models it is a sentence, with an {@code error_type} beside it.
 *
 * @param ofModel whether it is the list, and so certainly about the input and not about the service
 * @param types the machine-readable words, perhaps none
 * @param message perhaps empty
 */
record FalError(boolean ofModel, List<String> types, String message) {
  private static final String POLICY = "content_policy_violation";
  /** About the input. A word that ends in {@code _type} or {@code _parsing} is, too. */
  private static final Set<String> INPUT = Set.of("greater_than", "greater_than_equal", "less_than", "less_than_equal",
      "multiple_of", "one_of", "enum", "literal_error", "sequence_too_short", "sequence_too_long", "string_too_short",
      "string_too_long", "missing", "extra_forbidden", "value_error", "int_from_float", "json_invalid",
      "file_download_error", "file_too_large", "audio_duration_too_long", "audio_duration_too_short",
      "unsupported_audio_format", "feature_not_supported", "bad_request");

  FalError {
    types = List.copyOf(types);
  }

  /**
   * The error in a body of any kind; empty if there is none.
   *
   * @param header {@code X-Fal-Error-Type}
   */
  static Optional<FalError> of(JsonNode body, Optional<String> header) {
    JsonNode detail = body.path("detail");
    List<String> types = new ArrayList<>();
    List<String> messages = new ArrayList<>();
    if (detail.isArray()) {
      detail.forEach(entry -> {
        FalAnswer.text(entry.path("type")).ifPresent(types::add);
        FalAnswer.text(entry.path("msg")).ifPresent(messages::add);
      });
    }
    FalAnswer.text(body.path("error_type")).or(() -> header).filter(type -> !types.contains(type))
        .ifPresent(types::add);
    FalAnswer.text(detail).or(() -> FalAnswer.text(body.path("error"))).ifPresent(messages::add);
    boolean ofModel = detail.isArray() && !detail.isEmpty();
    return ofModel || !types.isEmpty() || !messages.isEmpty()
        ? Optional.of(new FalError(ofModel, types, String.join("; ", messages)))
        : Optional.empty();
  }

  /** Whether the service gave it a machine-readable word, and so answered itself rather than a gateway. */
  boolean typed() {
    return !types.isEmpty();
  }

  boolean is(String... words) {
    return List.of(words).stream().anyMatch(types::contains);
  }

  /** What it means for the member. */
  FailureReason reason(int status) {
    if (is(POLICY)) {
      return FailureReason.CONTENT_REFUSED;
    }
    if (is("client_cancelled")) {
      return FailureReason.CANCELLED;
    }
    if (types.stream().anyMatch(FalError::isAboutInput) || (types.isEmpty() && status >= 400 && status < 500)) {
      return FailureReason.REQUEST_REFUSED;
    }
    return FailureReason.GENERATION_FAILED;
  }

  private static boolean isAboutInput(String type) {
    return INPUT.contains(type) || type.endsWith("_type") || type.endsWith("_parsing");
  }

  /** The service's own words, not yet fit for the log. */
  String words() {
    String word = String.join(", ", types);
    return message.isEmpty() ? word : word.isEmpty() ? message : word + ": " + message;
  }
}
