package dev.foley.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a file is by its first bytes: audio, or something that is recognisable for the log. Name and content type are
 * not asked.
 */
public sealed interface FileKind {
  /** How many bytes of the file's beginning are looked at. */
  int HEAD_BYTES = 512;

  record Audio(AudioContainer container) implements FileKind {}

  /** No audio that we know. */
  enum Other implements FileKind {
    EMPTY, HTML, JSON, UNKNOWN
  }

  static FileKind of(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return of(in.readNBytes(HEAD_BYTES));
    }
  }

  /**
   * @param head the file's first bytes; {@value #HEAD_BYTES} suffice, fewer are fine
   */
  static FileKind of(byte[] head) {
    if (head.length == 0) {
      return Other.EMPTY;
    }
    // Latin-1 keeps one char per byte.
    String text = new String(head, 0, Math.min(head.length, HEAD_BYTES), StandardCharsets.ISO_8859_1);
    if (text.startsWith("RIFF") && text.startsWith("WAVE", 8)) {
      return new Audio(AudioContainer.WAV);
    }
    if (text.startsWith("OggS")) {
      return new Audio(AudioContainer.OGG);
    }
    if (text.startsWith("fLaC")) {
      return new Audio(AudioContainer.FLAC);
    }
    if (text.startsWith("ID3") || isMp3Frame(head)) {
      return new Audio(AudioContainer.MP3);
    }
    return textKind(text);
  }

  /**
   * An MPEG audio frame of layer III. The reserved values are excluded, since 11 sync bits alone also match a UTF-16
   * byte order mark.
   *
   * @see "ISO/IEC 11172-3, 2.4.2.3: frame header"
   */
  private static boolean isMp3Frame(byte[] head) {
    if (head.length < 4 || head[0] != (byte) 0xFF || (head[1] & 0xE0) != 0xE0) {
      return false;
    }
    int version = head[1] >> 3 & 3;
    int layer = head[1] >> 1 & 3;
    int bitRate = head[2] >> 4 & 15;
    int sampleRate = head[2] >> 2 & 3;
    return version != 1 && layer == 1 && bitRate != 15 && sampleRate != 3;
  }

  private static Other textKind(String text) {
    String start = (text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text).stripLeading()
        .toLowerCase(Locale.ROOT);
    if (start.startsWith("{") || start.startsWith("[")) {
      return Other.JSON;
    }
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.contains("<head")
        || start.contains("<body")) {
      return Other.HTML;
    }
    return Other.UNKNOWN;
  }
}
