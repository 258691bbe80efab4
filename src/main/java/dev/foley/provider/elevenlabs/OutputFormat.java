package dev.foley.provider.elevenlabs;

import dev.foley.audio.PcmFormat;
import dev.foley.provider.ResultFormat;
import dev.foley.provider.SoundKind;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A value of the query parameter {@code output_format}: {@code codec_samplerate}, with {@code _kilobits} where the codec has a
 * bit rate.
 *
 * <p>Left out are {@code ulaw} and {@code alaw}, which are bare telephone samples that nothing plays. Raw samples are
 * taken of speech alone, which has one channel: for effects and music the number of channels is not documented, and a wrong
 * guess would be heard at half or twice the pitch.
 *
 * @param kilobits a second; 0 where that follows from the rest
 * @see "ElevenLabs API: output_format of text-to-speech, sound-generation and music, 2026"
 */
record OutputFormat(String name, Codec codec, int sampleRate, int kilobits) {
  enum Codec {
    MP3, PCM, WAV, OPUS
  }

  private static final String AUTO = "auto";
  private static final Set<String> SOUND = Set.of("mp3_22050_32", "mp3_24000_48", "mp3_44100_32", "mp3_44100_64",
      "mp3_44100_96", "mp3_44100_128", "mp3_44100_192", "opus_48000_32", "opus_48000_64", "opus_48000_96",
      "opus_48000_128", "opus_48000_192");
  private static final Set<String> MUSIC = and(SOUND, AUTO, "mp3_48000_128", "mp3_48000_192", "mp3_48000_240",
      "mp3_48000_320");
  private static final Set<String> SPEECH = and(SOUND, "pcm_8000", "pcm_16000", "pcm_22050", "pcm_24000", "pcm_32000",
      "pcm_44100", "pcm_48000", "wav_8000", "wav_16000", "wav_22050", "wav_24000", "wav_32000", "wav_44100",
      "wav_48000");

  private static Set<String> and(Set<String> some, String... more) {
    Set<String> all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }

  /** @throws IllegalArgumentException if the service has no such format for this, or Foley cannot use it */
  static OutputFormat of(SoundKind kind, String name) {
    Set<String> known = switch (kind) {
      case SPEECH -> SPEECH;
      case SOUND -> SOUND;
      case MUSIC -> MUSIC;
    };
    if (!known.contains(name)) {
      throw new IllegalArgumentException(name + " is not one of " + String.join(", ", new TreeSet<>(known)));
    }
    if (name.equals(AUTO)) {
      return new OutputFormat(name, Codec.MP3, 48_000, 192); // the larger of what it can mean
    }
    String[] parts = name.split("_", -1);
    Codec codec = switch (parts[0]) {
      case "mp3" -> Codec.MP3;
      case "opus" -> Codec.OPUS;
      case "wav" -> Codec.WAV;
      default -> Codec.PCM;
    };
    return new OutputFormat(name, codec, Integer.parseInt(parts[1]),
        parts.length == 3 ? Integer.parseInt(parts[2]) : 0);
  }

  /** The file that becomes of it. */
  ResultFormat result() {
    return switch (codec) {
      case MP3 -> new ResultFormat("mp3", kilobits * 125);
      case OPUS -> new ResultFormat("ogg", kilobits * 125);
      case PCM, WAV -> new ResultFormat(ResultFormat.WAV, sampleRate * 2);
    };
  }

  /** What bare samples are to be wrapped as; empty for a file that says itself what it is. */
  Optional<PcmFormat> samples() {
    return codec == Codec.PCM
        ? Optional.of(new PcmFormat(sampleRate, 1, 16, PcmFormat.Encoding.INTEGER))
        : Optional.empty();
  }

  /** The same sound in a form of which parts can be put one after another: a WAV's header says how long it is. */
  OutputFormat joinable() {
    return codec == Codec.WAV ? of(SoundKind.SPEECH, "pcm_" + sampleRate) : this;
  }
}
