package dev.foley.playground.discord;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** An uploaded file on disk, from which it is served. */
record StoredFile(long id, long channelId, String filename, String contentType, long sizeBytes, Path path,
    @Nullable String description) {
  StoredFile withDescription(@Nullable String changed) {
    return new StoredFile(id, channelId, filename, contentType, sizeBytes, path, changed);
  }
}
