package dev.foley.playground.services.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.foley.playground.services.FileForm;
import dev.foley.playground.services.RenderedClips;
import org.jspecify.annotations.Nullable;

/** What becomes of a job. */
sealed interface FalEnd {
  /**
   * A file.
   *
   * @param filePath below the root of the CDN
   * @param inline whether it comes within the answer
   * @param elsewhere where it is said to lie; null for where it does
   */
  record Sounded(RenderedClips.Clip clip, long seed, FileForm form, Shape shape, String fileName, String filePath,
      boolean inline, @Nullable String elsewhere) implements FalEnd {}

  /** How much of the file the output tells. */
  enum Shape {
    WHOLE, NO_FILE, NO_URL
  }

  /**
   * An error.
   *
   * @param type as in {@code error_type}; empty if it is not told
   * @param message for the status of the job; empty if that looks like a success
   * @param body of the answer in place of the output
   */
  record Failed(int status, String type, String message, JsonNode body) implements FalEnd {}
}
