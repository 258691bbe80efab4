package dev.foley.audio;

import java.time.Duration;

/**
 * Samples in memory, for clips that are made here; what is downloaded stays in a file.
 *
 * @param samples whole frames, as {@link PcmFormat} says; not copied, so the maker hands it over
 */
@SuppressWarnings("ArrayRecordComponent") // one owner at a time, and copying 67 MB to guard it would cost more than it saves
public record PcmClip(PcmFormat format, byte[] samples) {
  public PcmClip {
    if (samples.length % format.frameBytes() != 0) {
      throw new IllegalArgumentException(samples.length + " bytes are not whole frames of " + format.frameBytes());
    }
  }

  public long frames() {
    return samples.length / format.frameBytes();
  }

  public Duration duration() {
    return format.durationOf(frames());
  }
}
