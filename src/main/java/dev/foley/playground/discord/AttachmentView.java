package dev.foley.playground.discord;

import org.jspecify.annotations.Nullable;

/**
 * A file below a message.
 *
 * @param url signed, good for a day
 * @param voice what a voice message says of itself; null for any other file
 */
public record AttachmentView(String id, String filename, long sizeBytes, String contentType, String url,
    @Nullable String description, @Nullable Voice voice) {
  /**
   * A voice message's length and outline.
   *
   * @param waveform a byte for each level, in base64
   */
  public record Voice(double durationSeconds, String waveform) {}
}
