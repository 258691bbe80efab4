package dev.foley.playground.services.fal;

import dev.foley.playground.services.AudioCoding;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The models that this service has, with their inputs as published. */
enum FalModel {
  STABLE_AUDIO("fal-ai/stable-audio", "audio_file"),
  STABLE_AUDIO_25("fal-ai/stable-audio-25/text-to-audio", "audio"),
  SOUND_EFFECTS("fal-ai/elevenlabs/sound-effects/v2", "audio");

  private static final Map<FalModel, List<FalField>> FIELDS = Map.of(
      STABLE_AUDIO, List.of(
          FalField.words("prompt"),
          FalField.integer("seconds_start", 0, 47), // what it does is not documented; a sketch has no part
          FalField.integer("seconds_total", 0, 47),
          FalField.integer("steps", 2, 1_000)),
      STABLE_AUDIO_25, List.of(
          FalField.words("prompt"),
          FalField.integer("seconds_total", 1, 190),
          FalField.integer("num_inference_steps", 4, 8),
          FalField.number("guidance_scale", "1", "25"),
          FalField.integer("seed"),
          FalField.flag("sync_mode")),
      SOUND_EFFECTS, List.of(
          FalField.words("text"),
          FalField.number("duration_seconds", "0.5", "22"),
          FalField.number("prompt_influence", "0", "1"),
          FalField.flag("loop"),
          FalField.oneOf("output_format", Formats.ALL)));

  private final String id;
  private final String outputField;

  FalModel(String id, String outputField) {
    this.id = id;
    this.outputField = outputField;
  }

  static Optional<FalModel> named(String id) {
    return Arrays.stream(values()).filter(model -> model.id.equals(id)).findFirst();
  }

  /** Owner and app, which is all of the id that the addresses of a request have. */
  String app() {
    String[] segments = id.split("/", -1);
    return segments[0] + "/" + segments[1];
  }

  /** Where the file is in the output. */
  String outputField() {
    return outputField;
  }

  List<FalField> fields() {
    return Objects.requireNonNull(FIELDS.get(this));
  }

  /** The field with the words. */
  String wordsField() {
    return fields().getFirst().name();
  }

  /** The values of {@code output_format}: codec, sample rate in Hz, for most a bit rate in kbit/s. */
  static final class Formats {
    static final String DEFAULT = "mp3_44100_128";
    static final List<String> ALL = List.of("mp3_22050_32", "mp3_44100_32", "mp3_44100_64", "mp3_44100_96",
        DEFAULT, "mp3_44100_192", "pcm_8000", "pcm_16000", "pcm_22050", "pcm_24000", "pcm_44100", "pcm_48000",
        "ulaw_8000", "alaw_8000", "opus_48000_32", "opus_48000_64", "opus_48000_96", "opus_48000_128",
        "opus_48000_192");

    private Formats() {}

    /** Empty for a codec that we have no encoder for. */
    static Optional<AudioCoding> coding(String format) {
      String[] parts = format.split("_", -1);
      int sampleRate = Integer.parseInt(parts[1]);
      return switch (parts[0]) {
        case "mp3" -> Optional.of(AudioCoding.mp3(sampleRate, 2, Integer.parseInt(parts[2]) * 1_000));
        case "pcm" -> Optional.of(AudioCoding.pcm(sampleRate, 1));
        default -> Optional.empty();
      };
    }
  }
}
