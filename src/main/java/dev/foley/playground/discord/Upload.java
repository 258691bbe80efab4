package dev.foley.playground.discord;

import java.nio.file.Path;

/**
 * A file of a multipart request, already on disk.
 *
 * @param index the n of {@code files[n]}, to which {@code attachments[].id} refers
 */
record Upload(int index, String filename, String contentType, long sizeBytes, Path path) {}
