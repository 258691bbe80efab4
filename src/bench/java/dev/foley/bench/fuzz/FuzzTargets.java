package dev.foley.bench.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What can be fuzzed. */
enum FuzzTargets {
  /** A WAV's chunks and samples. */
  WAV(WavTarget::new),
  /** MP3, FLAC and Ogg: sniffing, length, decoding, smaller copies. */
  COMPRESSED(CompressedTarget::new),
  /** Answers of AIML API. */
  AIMLAPI(ServiceTarget::aimlApi),
  /** Answers of Stability AI. */
  STABILITY(ServiceTarget::stability),
  /** Answers of ElevenLabs. */
  ELEVENLABS(ServiceTarget::elevenLabs),
  /** Answers of fal. */
  FAL(ServiceTarget::fal),
  /** {@code foley.yaml} with a host's own models, and the environment. */
  CONFIGURATION(ConfigurationTarget::new),
  /** What a member fills in, up to the bytes that would go to the service. */
  REQUESTS(RequestTarget::new),
  /** Prompts as they are shown, custom ids, words of services, addresses of results. */
  WORDS(WordsTarget::new);

  private final Maker maker;

  /** Makes a target over a directory of its own. */
  @FunctionalInterface
  private interface Maker {
    FuzzTarget in(Path directory) throws IOException;
  }

  FuzzTargets(Maker maker) {
    this.maker = maker;
  }

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

  FuzzTarget in(Path directory) throws IOException {
    return maker.in(directory);
  }
}
