package dev.foley.playground.discord;

import org.jspecify.annotations.Nullable;

/**
 * A file below a message.
 *
 * @param url signed, good for a day
 */
public record AttachmentView(String id, String filename, long sizeBytes, String contentType, String url,
    @Nullable String description) {}
