package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Sound;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The input of a job, as a model's published schema has it. The schemas do not forbid further fields, so those are
 * ignored, and {@linkplain #unknownFields observed}.
 *
 * @param seed empty if the request has none
 * @param inline whether the file is to come within the answer, {@code sync_mode}
 */
record FalInput(FalModel model, String words, Duration length, boolean loop, OptionalLong seed, boolean inline,
    AudioCoding coding) {
  private static final Duration MODEL_DECIDES = Duration.ofSeconds(5);

  /** An input as it was understood. */
  sealed interface Read {
    record Valid(FalInput input) implements Read {}

    /** @param detail one entry for each problem */
    record Invalid(ArrayNode detail) implements Read {}
  }

  /** The words of an input that need not be valid; empty if it has none. */
  static String words(FalModel model, JsonNode body) {
    return body.path(model.wordsField()).asText("");
  }

  /** The names of the fields that will be ignored. */
  static List<String> unknownFields(FalModel model, JsonNode body) {
    List<String> unknown = new ArrayList<>();
    body.fieldNames().forEachRemaining(name -> {
      if (model.fields().stream().noneMatch(field -> field.name().equals(name))) {
        unknown.add(name);
      }
    });
    return unknown;
  }

  static Read read(FalModel model, JsonNode body) {
    ArrayNode detail = JsonNodeFactory.instance.arrayNode();
    if (!body.isObject()) {
      detail.add(FalField.entry(List.of("body"), "dict_type", "Input should be a valid dictionary", body));
    } else {
      model.fields().forEach(field -> field.problem(body).ifPresent(detail::add));
    }
    Optional<AudioCoding> coding = detail.isEmpty() ? coding(model, body) : Optional.empty();
    if (detail.isEmpty() && coding.isEmpty()) {
      detail.add(FalField.entry(List.of("body", "output_format"), "feature_not_supported",
          "The simulated service has no encoder for this format", body.get("output_format")));
    }
    return coding.isPresent()
        ? new Read.Valid(understood(model, body, coding.get()))
        : new Read.Invalid(detail);
  }

  private static Optional<AudioCoding> coding(FalModel model, JsonNode body) {
    return model == FalModel.SOUND_EFFECTS
        ? FalModel.Formats.coding(body.path("output_format").asText(FalModel.Formats.DEFAULT))
        : Optional.of(AudioCoding.CD_WAV);
  }

  private static FalInput understood(FalModel model, JsonNode body, AudioCoding coding) {
    Duration length = switch (model) {
      case STABLE_AUDIO -> Duration.ofSeconds(body.path("seconds_total").asInt(30));
      case STABLE_AUDIO_25 -> Duration.ofSeconds(body.path("seconds_total").asInt(190));
      case SOUND_EFFECTS -> body.has("duration_seconds")
          ? Duration.ofNanos(body.get("duration_seconds").decimalValue().multiply(BigDecimal.valueOf(1_000_000_000))
              .longValue())
          : MODEL_DECIDES;
    };
    OptionalLong seed = model == FalModel.STABLE_AUDIO_25 && body.has("seed")
        ? OptionalLong.of(body.get("seed").decimalValue().longValue())
        : OptionalLong.empty();
    boolean inline = model == FalModel.STABLE_AUDIO_25 && body.path("sync_mode").asBoolean();
    return new FalInput(model, words(model, body), length, body.path("loop").asBoolean(), seed, inline, coding);
  }

  Sound sound(long chosenSeed) {
    if (length.isZero()) {
      return new Sound.Silence(length);
    }
    return model == FalModel.SOUND_EFFECTS
        ? new Sound.Effect(words, length, loop, chosenSeed)
        : new Sound.Music(words, length, chosenSeed);
  }
}
