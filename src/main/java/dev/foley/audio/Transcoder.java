package dev.foley.audio;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes smaller files of a sound, for where the sound itself is too large. Results lie in a directory of their own until they are
 * discarded. Thread-safe, blocking; constant memory.
 */
public final class Transcoder {
  /** @param directory is made; what an earlier process left in it is removed */
  public Transcoder(Path directory) {}

  /**
   * A file that was made.
   *
   * @param file removed by whoever asked for it, when it has been sent
   */
  public record Made(Path file, long sizeBytes, AudioContainer container, Duration duration) {}

  /**
   * Ogg Opus, mono, as a voice message needs it.
   *
   * @param waveform its shape as Discord wants it: at most 256 bytes, in base 64
   */
  public record Voice(Made made, String waveform) {}

  /**
   * The same samples as FLAC.
   *
   * @param name of the file, without ending; letters, digits and {@code -}
   * @return empty if the source is no WAV that FLAC can hold (integers of up to 24 bits, up to 8 channels)
   */
  public Optional<Made> lossless(Path wav, String name) throws IOException {
    return Optional.empty();
  }

  /**
   * A preview as MP3 that is not larger than so much, as good as that allows and at most as good as makes sense.
   *
   * @return empty if the source cannot be decoded here, or the best that fits would be shorter than it is
   */
  public Optional<Made> preview(Path source, AudioContainer container, long maxBytes, String name) throws IOException {
    return Optional.empty();
  }

  /** @return empty if the source cannot be decoded here */
  public Optional<Voice> voice(Path source, AudioContainer container, String name) throws IOException {
    return Optional.empty();
  }
}
