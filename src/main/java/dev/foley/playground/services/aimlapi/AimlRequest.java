package dev.foley.playground.services.aimlapi;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Sound;
import java.time.Duration;

/**
 * A submit that is valid for its model.
 *
 * @param values the known fields, complete with the usual values of those that were left out
 */
record AimlRequest(AimlModel model, JsonNode values) {
  /** Empty if there is none. */
  String text(String field) {
    return values.path(field).asText("");
  }

  long whole(String field) {
    return values.path(field).decimalValue().longValue();
  }

  JsonNode group(String field) {
    return values.path(field);
  }

  boolean has(String field) {
    return values.has(field);
  }

  String prompt() {
    return text("prompt");
  }

  Duration length() {
    return model.length().apply(this);
  }

  AudioCoding coding() {
    return model.coding().apply(this);
  }

  long credits(long creditsPerStep) {
    return model.price().of(this, creditsPerStep);
  }

  /**
   * What the file lets one hear. A model that takes a seed makes the same of the same.
   *
   * @param drawn the seed unless one was sent
   */
  Sound sound(long drawn) {
    String words = prompt().isEmpty() ? text("lyrics") : prompt();
    String unwanted = text("negative_prompt");
    return new Sound.Music(unwanted.isEmpty() ? words : words + ", no " + unwanted, length(),
        has("seed") ? whole("seed") : drawn);
  }
}
