package dev.foley.playground.discord;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * An uploaded file on disk, from which it is served.
 *
 * @param voice only of a voice message
 */
record StoredFile(long id, long channelId, String filename, String contentType, long sizeBytes, Path path,
    @Nullable String description, @Nullable Voice voice) {
  /**
   * What a client draws a voice message from without having fetched it.
   *
   * @param waveform up to 256 levels of a byte each, in base64
   */
  record Voice(double durationSeconds, String waveform) {}

  StoredFile withDescription(@Nullable String changed) {
    return new StoredFile(id, channelId, filename, contentType, sizeBytes, path, changed, voice);
  }
}
