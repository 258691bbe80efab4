package dev.foley.provider;

import dev.foley.audio.AudioContent;
import dev.foley.audio.AudioMeasurement;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A result that is here, and was looked at.
 *
 * @param file where it lies until it is delivered
 * @param measurement how loud it is, of what could be decoded
 * @param source where it came from, for members whose Discord does not take the file; may be signed, so never logged. Empty where
 *     the service answered with the sound itself.
 */
public record AudioArtifact(Path file, long sizeBytes, AudioContent content,
    Optional<AudioMeasurement> measurement, Optional<URI> source) {
  public AudioArtifact {
    if (sizeBytes < 1) {
      throw new IllegalArgumentException("an audio file has at least one byte");
    }
  }

  /** Of what was not decoded. */
  public AudioArtifact(Path file, long sizeBytes, AudioContent content, Optional<URI> source) {
    this(file, sizeBytes, content, Optional.empty(), source);
  }

  /** Leaves the address out: this ends up in logs. */
  @Override
  public String toString() {
    return "AudioArtifact[" + file.getFileName() + ", " + sizeBytes + " bytes, " + content + "]";
  }
}
