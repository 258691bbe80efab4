package dev.foley.bench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be fuzzed. */
enum FuzzTargets {
  /** A WAV's chunks and samples. */
  WAV,
  /** MP3, FLAC and Ogg: sniffing, length, decoding, smaller copies. */
  COMPRESSED,
  /** Answers of AIML API. */
  AIMLAPI,
  /** Answers of Stability AI. */
  STABILITY,
  /** Answers of ElevenLabs. */
  ELEVENLABS,
  /** Answers of fal. */
  FAL,
  /** {@code foley.yaml} with a host's own models, and the environment. */
  CONFIGURATION,
  /** What a member fills in, up to the bytes that would go to the service. */
  REQUESTS,
  /** Prompts as they are shown, custom ids, words of services, addresses of results. */
  WORDS;

  /** As on the command line. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static FuzzTargets of(String word) {
    return Arrays.stream(values()).filter(target -> target.word().equals(word)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "no target " + word + "; there are " + String.join(", ", words())));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(FuzzTargets::word).toList();
  }

  /** @param directory of its own */
  FuzzTarget in(Path directory) throws IOException {
    return switch (this) {
      case WAV -> new WavTarget(directory);
      case COMPRESSED -> new CompressedTarget(directory);
      case AIMLAPI -> ServiceTarget.aimlApi(directory);
      case STABILITY -> ServiceTarget.stability(directory);
      case ELEVENLABS -> ServiceTarget.elevenLabs(directory);
      case FAL -> ServiceTarget.fal(directory);
      case CONFIGURATION -> new ConfigurationTarget(directory);
      case REQUESTS -> new RequestTarget(directory);
      case WORDS -> new WordsTarget(directory);
    };
  }
}
