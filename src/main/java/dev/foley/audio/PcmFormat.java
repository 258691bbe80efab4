package dev.foley.audio;

import java.time.Duration;

/**
 * How PCM samples lie in a file: little-endian, interleaved, one sample per channel making a frame.
 *
 * @param sampleRate frames per second, Hz
 * @param channelCount samples per frame
 * @param bitDepth bits per sample: 8, 16, 24 or 32 for integers, 32 or 64 for floats
 * @param encoding integer (8 bits unsigned, wider ones signed) or IEEE float, nominally in [-1, 1]
 */
public record PcmFormat(int sampleRate, int channelCount, int bitDepth, Encoding encoding) {
  /** What a sample is. */
  public enum Encoding {
    INTEGER, FLOAT
  }

  /** 44.1 kHz, stereo, 16-bit integer: compact-disc audio, what text-to-audio services usually answer. */
  public static final PcmFormat CD = new PcmFormat(44_100, 2, 16, Encoding.INTEGER);

  public PcmFormat {
    if (sampleRate < 1 || sampleRate > 768_000) {
      throw new IllegalArgumentException("sample rate " + sampleRate + " Hz is not between 1 and 768,000");
    }
    if (channelCount < 1 || channelCount > 64) {
      throw new IllegalArgumentException("channel count " + channelCount + " is not between 1 and 64");
    }
    boolean known = switch (encoding) {
      case INTEGER -> bitDepth == 8 || bitDepth == 16 || bitDepth == 24 || bitDepth == 32;
      case FLOAT -> bitDepth == 32 || bitDepth == 64;
    };
    if (!known) {
      throw new IllegalArgumentException("bit depth " + bitDepth + " is not known for " + encoding);
    }
  }

  /** Bytes of one frame: all channels, one sample each. */
  public int frameBytes() {
    return channelCount * bitDepth / 8;
  }

  public Duration durationOf(long frames) {
    return Duration.ofSeconds(frames / sampleRate, frames % sampleRate * 1_000_000_000L / sampleRate);
  }

  /** The number of whole frames that a stretch of time holds, rounded to the nearest. */
  public long framesIn(Duration duration) {
    return Math.round(duration.toNanos() / 1e9 * sampleRate);
  }
}
