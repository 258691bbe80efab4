package dev.foley.provider.tonewheel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.provider.Answer;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The body of any answer, read leniently: what is absent, null or of an unexpected type is empty, and what is unknown is passed over.
 *
 * @param id of a job
 * @param state of a job
 * @param file where the result is, if that is an address at all; whether it may be asked is the fetcher's decision
 * @param problem the service's own words about what went wrong
 */
record ToneAnswer(Optional<String> id, Optional<String> state, Optional<URI> file, Optional<String> problem) {
  static ToneAnswer of(Answer answer) {
    JsonNode root = answer.json();
    return new ToneAnswer(text(root, "tone"), text(root, "state"), text(root, "file").flatMap(ToneAnswer::absolute),
        text(root, "problem"));
  }

  private static Optional<String> text(JsonNode root, String field) {
    return Optional.of(root.path(field).asText("")).filter(text -> !text.isBlank());
  }

  private static Optional<URI> absolute(String address) {
    try {
      return Optional.of(new URI(address)).filter(URI::isAbsolute);
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }
}
