package dev.foley.playground.services.elevenlabs;

import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The query parameter {@code output_format}: {@code codec_samplerate}, with {@code _kilobits} where the codec has a bit
 * rate.
 */
final class OutputFormat {
  static final String USUAL = "mp3_44100_128";
  static final String AUTO = "auto";
  private static final List<String> EVERYWHERE = List.of("mp3_22050_32", "mp3_24000_48", "mp3_44100_32", "mp3_44100_64",
      "mp3_44100_96", USUAL, "mp3_44100_192", "pcm_8000", "pcm_16000", "pcm_22050", "pcm_24000", "pcm_32000",
      "pcm_44100", "pcm_48000", "ulaw_8000", "alaw_8000", "opus_48000_32", "opus_48000_64", "opus_48000_96",
      "opus_48000_128", "opus_48000_192");
  static final Set<String> SOUND = Set.copyOf(EVERYWHERE);
  static final Set<String> SPEECH = and("wav_8000", "wav_16000", "wav_22050", "wav_24000", "wav_32000", "wav_44100",
      "wav_48000");
  static final Set<String> MUSIC = and(AUTO, "mp3_48000_128", "mp3_48000_192", "mp3_48000_240", "mp3_48000_320");

  private OutputFormat() {}

  private static Set<String> and(String... more) {
    Set<String> all = new HashSet<>(EVERYWHERE);
    all.addAll(List.of(more));
    return Set.copyOf(all);
  }

  /**
   * @param name null if the request has none
   * @throws Refusal 400 if the endpoint has no such format, or the synthesiser cannot write it; 403 if the plan does not
   *     include it
   */
  static AudioCoding coding(@Nullable String name, String usual, Set<String> known, int channelCount, ElevenPlan plan)
      throws Refusal {
    String format = Optional.ofNullable(name).orElse(usual);
    if (!known.contains(format)) {
      throw refusal(400, "invalid_output_format", "output_format has no value " + format);
    }
    String[] parts = format.split("_", -1);
    if (parts.length < 2 || !Set.of("mp3", "pcm", "wav").contains(parts[0])) {
      throw refusal(400, "invalid_output_format", "This simulated service cannot render " + format);
    }
    int sampleRate = Integer.parseInt(parts[1]);
    if (!parts[0].equals("mp3") && sampleRate == 44_100 && !plan.includes(ElevenPlan.PRO)) {
      throw refusal(403, "subscription_required", format + " needs the Pro plan or a larger one");
    }
    if (format.equals("mp3_44100_192") && !plan.includes(ElevenPlan.CREATOR)) {
      throw refusal(403, "subscription_required", format + " needs the Creator plan or a larger one");
    }
    return switch (parts[0]) {
      case "pcm" -> AudioCoding.pcm(sampleRate, channelCount);
      case "wav" -> AudioCoding.wav(sampleRate, channelCount);
      default -> AudioCoding.mp3(sampleRate, channelCount, bitRate(parts[2]));
    };
  }

  /** Layer III has no 240 kbit/s, though the service lists it; what lies next below is taken. */
  private static int bitRate(String kilobits) {
    return kilobits.equals("240") ? 224_000 : Integer.parseInt(kilobits) * 1_000;
  }

  private static Refusal refusal(int status, String name, String reason) {
    return new Refusal(status, name, List.of(reason));
  }
}
