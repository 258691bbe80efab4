package dev.foley.provider.stability;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * The body of an error, read leniently: {@code {"id","name","errors":[…]}}, or {@code message} in place of {@code errors} as the
 * older calls have it.
 *
 * @param name such as {@code content_moderation}; in lower case, empty if there is none
 * @param words what the service says about it; empty if it says nothing
 */
record StabilityError(String name, String words) {
  /** Empty if this is no error of the service's own, but one of something in between. */
  static Optional<StabilityError> of(Answer answer) {
    JsonNode root = answer.json();
    String name = root.path("name").asText("").strip().toLowerCase(Locale.ROOT);
    StringJoiner words = new StringJoiner("; ");
    root.path("errors").forEach(error -> words.add(error.asText()));
    if (words.length() == 0 && root.path("message").isTextual()) {
      words.add(root.path("message").asText());
    }
    return name.isEmpty() && words.length() == 0
        ? Optional.empty()
        : Optional.of(new StabilityError(name, words.toString()));
  }

  @Override
  public String toString() {
    return name.isEmpty() ? words : words.isEmpty() ? name : name + ": " + words;
  }
}
