package dev.foley.audio;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes WAV files with the plain 44-byte header: {@code RIFF}, {@code fmt }, {@code data}.
 *
 * @see "Multimedia Programming Interface and Data Specifications 1.0 (1991), WAVE"
 */
public final class WavWriter {
  /** Bytes before the first sample. */
  public static final int HEADER_BYTES = 44;
  private static final short CODING_PCM = 1;
  private static final short CODING_FLOAT = 3;

  private WavWriter() {}

  /** Writes header and samples; the stream is left open. */
  public static void write(PcmClip clip, OutputStream out) throws IOException {
    out.write(header(clip.format(), clip.samples().length));
    out.write(clip.samples());
    if (clip.samples().length % 2 == 1) {
      out.write(0); // RIFF chunks are padded to whole words
    }
  }

  /**
   * The header of a file whose samples take {@code dataBytes} bytes.
   *
   * @throws IllegalArgumentException if the file would pass 4 GiB, which RIFF cannot say
   */
  public static byte[] header(PcmFormat format, long dataBytes) {
    if (dataBytes < 0 || dataBytes > 0xFFFF_FFFFL - HEADER_BYTES) {
      throw new IllegalArgumentException(dataBytes + " bytes of samples do not fit a RIFF file");
    }
    return ByteBuffer.allocate(HEADER_BYTES).order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) (HEADER_BYTES - 8 + dataBytes + dataBytes % 2))
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort(format.encoding() == PcmFormat.Encoding.FLOAT ? CODING_FLOAT : CODING_PCM)
        .putShort((short) format.channelCount())
        .putInt(format.sampleRate())
        .putInt(format.sampleRate() * format.frameBytes())
        .putShort((short) format.frameBytes())
        .putShort((short) format.bitDepth())
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt((int) dataBytes)
        .array();
  }
}
