package dev.foley.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds RIFF files chunk by chunk, wrong ones too. */
final class RiffBuilder {
  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();

  static RiffBuilder wave() {
    return new RiffBuilder();
  }

  /** A well-formed chunk, padded. */
  RiffBuilder chunk(String id, byte[] body) {
    return chunkSaying(id, body.length, body);
  }

  /** A well-formed chunk of what was put into the buffer. */
  RiffBuilder chunk(String id, ByteBuffer filled) {
    byte[] body = new byte[filled.position()];
    filled.get(0, body);
    return chunk(id, body);
  }

  /** A chunk whose header says another size. */
  RiffBuilder chunkSaying(String id, long size, byte[] body) {
    chunks.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
    chunks.writeBytes(little(4).putInt((int) size).array());
    chunks.writeBytes(body);
    if (body.length % 2 == 1) {
      chunks.write(0);
    }
    return this;
  }

  RiffBuilder fmt(int tag, int channelCount, int sampleRate, int bitDepth) {
    return chunk("fmt ", fmtBody(tag, channelCount, sampleRate, bitDepth, channelCount * bitDepth / 8));
  }

  static byte[] fmtBody(int tag, int channelCount, int sampleRate, int bitDepth, int frameBytes) {
    return ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putShort((short) tag).putShort((short) channelCount)
        .putInt(sampleRate)
        .putInt(sampleRate * frameBytes).putShort((short) frameBytes).putShort((short) bitDepth).array();
  }

  /** A 40-byte {@code fmt } chunk: tag 0xFFFE, the coding in the sub-format. */
  RiffBuilder extensible(int coding, int channelCount, int sampleRate, int bitDepth, int validBits) {
    byte[] body = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN)
        .put(fmtBody(0xFFFE, channelCount, sampleRate, bitDepth, channelCount * bitDepth / 8))
        .putShort((short) 22).putShort((short) validBits).putInt(3).putShort((short) coding)
        .put(new byte[]{0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71}).array();
    return chunk("fmt ", body);
  }

  /** The whole file, its RIFF size being right. */
  byte[] build() {
    return buildSaying(chunks.size() + 4L);
  }

  byte[] buildSaying(long riffSize) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("RIFF".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(little(4).putInt((int) riffSize).array());
    file.writeBytes("WAVE".getBytes(StandardCharsets.US_ASCII));
    file.writeBytes(chunks.toByteArray());
    return file.toByteArray();
  }

  static ByteBuffer little(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
