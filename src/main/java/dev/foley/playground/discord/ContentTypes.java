package dev.foley.playground.discord;

import java.util.Locale;
import java.util.Map;

/** Discord names an attachment's type by its file name, and so decides whether it shows a player or a picture. */
final class ContentTypes {
  private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
      Map.entry("wav", "audio/x-wav"), Map.entry("flac", "audio/x-flac"), Map.entry("mp3", "audio/mpeg"),
      Map.entry("ogg", "audio/ogg"), Map.entry("opus", "audio/opus"), Map.entry("m4a", "audio/mp4"),
      Map.entry("png", "image/png"), Map.entry("jpg", "image/jpeg"), Map.entry("gif", "image/gif"),
      Map.entry("svg", "image/svg+xml"), Map.entry("json", "application/json; charset=utf-8"),
      Map.entry("txt", "text/plain; charset=utf-8"), Map.entry("mid", "audio/midi"));

  private ContentTypes() {}

  static String of(String filename, String otherwise) {
    String extension = filename.substring(filename.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return BY_EXTENSION.getOrDefault(extension, otherwise);
  }
}
