package dev.foley.audio;

import dev.foley.audio.WavFormatException.Problem;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** The {@code fmt } chunk. */
final class WavHeader {
  /** The least that a {@code fmt } chunk holds; what the oldest writers write. */
  static final int MIN_BYTES = 16;
  /** All of it that can matter: the extensible form. */
  static final int MAX_BYTES = 40;

  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  /** What follows the coding in the sub-format's GUID, {@code xxxxxxxx-0000-0010-8000-00aa00389b71}. */
  private static final byte[] GUID_TAIL = {0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B,
      0x71};

  private WavHeader() {}

  /**
   * Reads what samples look like. The byte rate is not read: it follows from the rest, and writers get it wrong.
   *
   * @param fmt little-endian, the chunk's first bytes, {@value #MIN_BYTES} or more
   * @see "Multimedia Programming Interface and Data Specifications 1.0 (1991), WAVE"
   * @see "Microsoft: Multiple Channel Audio Data and WAVE Files (2007), WAVE_FORMAT_EXTENSIBLE"
   */
  static PcmFormat read(ByteBuffer fmt) throws WavFormatException {
    int tag = fmt.getShort(0) & 0xFFFF;
    int channelCount = fmt.getShort(2) & 0xFFFF;
    long sampleRate = fmt.getInt(4) & 0xFFFF_FFFFL;
    int frameBytes = fmt.getShort(12) & 0xFFFF;
    int bitDepth = fmt.getShort(14) & 0xFFFF;
    PcmFormat.Encoding encoding = encoding(tag == EXTENSIBLE ? subFormat(fmt, bitDepth) : tag);
    PcmFormat format;
    try {
      format = new PcmFormat((int) Math.min(sampleRate, Integer.MAX_VALUE), channelCount, bitDepth, encoding);
    } catch (IllegalArgumentException outOfBounds) {
      throw new WavFormatException(Problem.BAD_HEADER, String.valueOf(outOfBounds.getMessage()));
    }
    if (frameBytes != format.frameBytes()) {
      throw new WavFormatException(Problem.BAD_HEADER,
          "frames of " + frameBytes + " bytes do not fit " + channelCount + " channels of " + bitDepth + " bits");
    }
    return format;
  }

  private static PcmFormat.Encoding encoding(int tag) throws WavFormatException {
    return switch (tag) {
      case PCM -> PcmFormat.Encoding.INTEGER;
      case FLOAT -> PcmFormat.Encoding.FLOAT;
      default -> throw new WavFormatException(Problem.UNSUPPORTED_CODING,
          "coding 0x" + Integer.toHexString(tag) + " is neither integer nor float PCM");
    };
  }

  private static int subFormat(ByteBuffer fmt, int bitDepth) throws WavFormatException {
    if (fmt.limit() < MAX_BYTES) {
      throw new WavFormatException(Problem.BAD_HEADER, "the extensible fmt chunk has only " + fmt.limit() + " bytes");
    }
    // Fewer valid bits than bits is fine: they are the upper ones, and the rest is zero.
    int validBits = fmt.getShort(18) & 0xFFFF;
    if (validBits > bitDepth) {
      throw new WavFormatException(Problem.BAD_HEADER, validBits + " valid bits do not fit " + bitDepth);
    }
    byte[] tail = new byte[GUID_TAIL.length];
    fmt.get(26, tail);
    if (!Arrays.equals(tail, GUID_TAIL)) {
      throw new WavFormatException(Problem.UNSUPPORTED_CODING, "the sub-format is not of the WAVE family");
    }
    return fmt.getShort(24) & 0xFFFF;
  }
}
