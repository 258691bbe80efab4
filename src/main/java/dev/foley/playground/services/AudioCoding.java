package dev.foley.playground.services;

import dev.foley.audio.PcmFormat;
import java.util.Locale;

/**
 * How the sound lies in a result file.
 *
 * @param sampleRate Hz
 * @param bitRate bits per second of an MP3; 0 for the others, where it follows
 */
public record AudioCoding(Container container, int sampleRate, int channelCount, int bitRate) {
  /** What surrounds the samples. */
  public enum Container {
    /** RIFF WAVE with 16-bit integers. */
    WAV,
    /** 16-bit integers, little-endian, and nothing else. */
    PCM,
    /** MPEG layer III with a constant bit rate. */
    MP3
  }

  /** 44.1 kHz, stereo, 16 bits. */
  public static final AudioCoding CD_WAV = wav(44_100, 2);

  public AudioCoding {
    if ((container == Container.MP3) != (bitRate > 0)) {
      throw new IllegalArgumentException("bit rate " + bitRate + " makes no sense for " + container);
    }
  }

  public static AudioCoding wav(int sampleRate, int channelCount) {
    return new AudioCoding(Container.WAV, sampleRate, channelCount, 0);
  }

  public static AudioCoding pcm(int sampleRate, int channelCount) {
    return new AudioCoding(Container.PCM, sampleRate, channelCount, 0);
  }

  /** @param bitRate such as 128,000; above what the sample rate allows, the highest that it allows */
  public static AudioCoding mp3(int sampleRate, int channelCount, int bitRate) {
    int highest = sampleRate >= 32_000 ? 320_000 : sampleRate >= 16_000 ? 160_000 : 64_000;
    return new AudioCoding(Container.MP3, sampleRate, channelCount, Math.min(bitRate, highest));
  }

  /** The samples before an encoder sees them. */
  public PcmFormat samples() {
    return new PcmFormat(sampleRate, channelCount, 16, PcmFormat.Encoding.INTEGER);
  }

  public String contentType() {
    return switch (container) {
      case WAV -> "audio/wav";
      case PCM -> "audio/pcm";
      case MP3 -> "audio/mpeg";
    };
  }

  /** The end of a file's name, without the dot. */
  public String extension() {
    return container.name().toLowerCase(Locale.ROOT);
  }
}
