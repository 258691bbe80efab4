package dev.foley.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Steps over the tags before an MP3's first frame. JLayer would read one into memory, in the size that it claims: a file of ten bytes
 * can claim 256 MB.
 *
 * @see "ID3 tag version 2.4.0, main structure"
 */
final class Id3Tags {
  private static final int HEADER_BYTES = 10;
  private static final int FOOTER = 0x10;

  private Id3Tags() {}

  /**
   * Some writers put a second tag before the first one, so any number is stepped over.
   *
   * @param mp3 supports {@code mark}; left at the first byte that belongs to no tag, or at the end
   */
  static void skip(InputStream mp3) throws IOException {
    while (true) {
      mp3.mark(HEADER_BYTES);
      byte[] header = mp3.readNBytes(HEADER_BYTES);
      if (header.length < 3 || header[0] != 'I' || header[1] != 'D' || header[2] != '3') {
        mp3.reset();
        return;
      }
      if (header.length < HEADER_BYTES) {
        return;
      }
      // seven bits of each byte, so that it never looks like a frame's beginning
      int size = (header[6] & 0x7F) << 21 | (header[7] & 0x7F) << 14 | (header[8] & 0x7F) << 7 | (header[9] & 0x7F);
      try {
        mp3.skipNBytes((header[5] & FOOTER) == 0 ? size : size + HEADER_BYTES);
      } catch (EOFException longerThanTheFile) {
        return;
      }
    }
  }
}
