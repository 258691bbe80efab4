package dev.foley.audio;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A sound as it is decoded, from the first frame to the last, in constant memory. One thread at a time. */
interface PcmSource extends Closeable {
  /** Hz. */
  int sampleRate();

  int channelCount();

  /** How many frames there will be; a broken file can end sooner. */
  long frames();

  /**
   * The next frames, as many as there are and as fit.
   *
   * @param samples filled from its beginning, interleaved, full scale being 1; has room for one frame at least
   * @return frames, at least one; -1 at the end
   */
  int read(double[] samples) throws IOException;

  /**
   * Opens what we have a decoder for: WAV and MP3.
   *
   * @return empty for the others, and for what nothing can be made of
   * @throws IOException if the file cannot be read
   */
  static Optional<PcmSource> open(Path file, AudioContainer container) throws IOException {
    return switch (container) {
      case WAV -> wav(file);
      case MP3 -> Mp3Source.open(file).map(PcmSource.class::cast);
      case OGG, FLAC -> Optional.empty();
    };
  }

  private static Optional<PcmSource> wav(Path file) throws IOException {
    try {
      return Optional.of(WavSource.open(file));
    } catch (WavFormatException nothingToDecode) {
      return Optional.empty();
    }
  }
}
