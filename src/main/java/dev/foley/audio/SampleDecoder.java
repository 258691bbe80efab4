package dev.foley.audio;

import java.nio.ByteBuffer;

/** Makes numbers of the bytes of samples. One call for many of them, since there are millions; full scale is 1. */
@FunctionalInterface
interface SampleDecoder {
  /**
   * @param little little-endian, samples from byte 0 on
   * @param count samples, of all channels together
   */
  void decode(ByteBuffer little, double[] samples, int count);

  static SampleDecoder of(PcmFormat format) {
    if (format.encoding() == PcmFormat.Encoding.FLOAT) {
      return format.bitDepth() == 32 ? SampleDecoder::float32 : SampleDecoder::float64;
    }
    return switch (format.bitDepth()) {
      case 8 -> SampleDecoder::integer8;
      case 16 -> SampleDecoder::integer16;
      case 24 -> SampleDecoder::integer24;
      default -> SampleDecoder::integer32;
    };
  }

  private static void integer8(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = ((little.get(i) & 0xFF) - 128) / 128.0;
    }
  }

  private static void integer16(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getShort(2 * i) / 32_768.0;
    }
  }

  private static void integer24(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = (little.get(3 * i + 2) << 16 | (little.getShort(3 * i) & 0xFFFF)) / 8_388_608.0;
    }
  }

  private static void integer32(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getInt(4 * i) / 2_147_483_648.0;
    }
  }

  private static void float32(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getFloat(4 * i);
    }
  }

  private static void float64(ByteBuffer little, double[] samples, int count) {
    for (int i = 0; i < count; i++) {
      samples[i] = little.getDouble(8 * i);
    }
  }
}
