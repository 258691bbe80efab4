package dev.foley.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a picture of at most 16 colours, 4 bits a pixel. The JDK's own writer would load AWT into a process that has no other use
 * for it.
 *
 * @see "Portable Network Graphics (PNG) Specification, third edition (W3C, 2025): 5 (layout), 11.2 (IHDR, PLTE, IDAT), 11.3 (tRNS)"
 */
final class IndexedPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int MAX_COLOURS = 16;
  private static final byte BIT_DEPTH = 4;
  private static final byte INDEXED = 3;

  private IndexedPng() {}

  /**
   * @param pixels row by row, each an index of {@code palette}
   * @param palette 0xAARRGGBB
   */
  static byte[] write(int width, byte[] pixels, int[] palette) {
    if (palette.length > MAX_COLOURS) {
      throw new IllegalArgumentException(palette.length + " colours are more than " + MAX_COLOURS);
    }
    int height = pixels.length / width;
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.length);
    ByteBuffer opacities = ByteBuffer.allocate(palette.length);
    for (int colour : palette) {
      colours.put((byte) (colour >> 16)).put((byte) (colour >> 8)).put((byte) colour);
      opacities.put((byte) (colour >>> 24));
    }
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    png.writeBytes(SIGNATURE);
    // compression, filter and interlace have one method each that matters: 0
    chunk(png, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put(BIT_DEPTH).put(INDEXED).array());
    chunk(png, "PLTE", colours.array());
    chunk(png, "tRNS", opacities.array());
    chunk(png, "IDAT", deflated(rows(width, height, pixels)));
    chunk(png, "IEND", new byte[0]);
    return png.toByteArray();
  }

  /** Each row begins with the filter it went through: none, which is best for indices. */
  private static byte[] rows(int width, int height, byte[] pixels) {
    int rowBytes = 1 + (width + 1) / 2;
    byte[] rows = new byte[height * rowBytes];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        rows[y * rowBytes + 1 + x / 2] |= (byte) (pixels[y * width + x] << (x % 2 == 0 ? 4 : 0));
      }
    }
    return rows;
  }

  private static byte[] deflated(byte[] bytes) {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try {
      deflater.setInput(bytes);
      deflater.finish();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4 << 10];
      while (!deflater.finished()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream png, String type, byte[] body) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 check = new CRC32();
    check.update(name);
    check.update(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
    png.writeBytes(name);
    png.writeBytes(body);
    png.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
  }
}
